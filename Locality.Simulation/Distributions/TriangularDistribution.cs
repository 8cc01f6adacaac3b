namespace LocalitySim.Simulation;

/// <summary>
/// Triangular on [a, b] with mode c. Mean: (a + b + c)/3; variance: (a² + b² + c² − ab − ac − bc)/18. Drawn by inversion;
/// length-biased by rejection (a draw x is kept with probability x/b, at least one in three is).
/// Sources: Kotz and van Dorp, "Beyond Beta" (2004), ch. 1; Devroye, "Non-Uniform Random Variate Generation" (1986), II.3.
/// </summary>
public sealed class TriangularDistribution : Distribution
{
    private readonly double _shareBelowMode;

    /// <summary>Makes the distribution.</summary>
    /// <param name="minimum">The least value a, zero or more.</param>
    /// <param name="mode">The most likely value c, <paramref name="minimum"/> or more.</param>
    /// <param name="maximum">The greatest value b, <paramref name="mode"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range or not finite.</exception>
    public TriangularDistribution(double minimum, double mode, double maximum)
    {
        Minimum = NumberGuard.NonNegative(minimum);
        Mode = NumberGuard.AtLeast(mode, minimum);
        Maximum = NumberGuard.AtLeast(maximum, mode);
        _ = FiniteMoment(maximum * maximum, "second moment of a triangular distribution", "use a smaller maximum");
        _shareBelowMode = maximum > minimum ? (mode - minimum) / (maximum - minimum) : 0;
    }

    /// <summary>The least value.</summary>
    public double Minimum { get; }

    /// <summary>The most likely value.</summary>
    public double Mode { get; }

    /// <summary>The greatest value.</summary>
    public double Maximum { get; }

    /// <inheritdoc/>
    public override double Mean => (Minimum + Mode + Maximum) / 3;

    /// <inheritdoc/>
    public override double Variance
    {
        get
        {
            double left = Mode - Minimum;
            double right = Maximum - Mode;
            return ((left * left) + (left * right) + (right * right)) / 18;
        }
    }

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random)
    {
        double u = random.NextUniform();
        double width = Maximum - Minimum;
        return u < _shareBelowMode
            ? Minimum + Math.Sqrt(u * width * (Mode - Minimum))
            : Maximum - Math.Sqrt((1 - u) * width * (Maximum - Mode));
    }

    /// <inheritdoc/>
    public override double SampleLengthBiased(ref RandomStream random)
    {
        RequireLength();
        while (true)
        {
            double x = Sample(ref random);
            if (random.NextUniform() * Maximum < x)
            {
                return x;
            }
        }
    }
}
