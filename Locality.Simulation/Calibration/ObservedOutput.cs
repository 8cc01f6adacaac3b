namespace LocalitySim.Simulation;

/// <summary>An output as it was observed: its value, how exactly that is known, and how near a model has to come.</summary>
/// <remarks>
/// Both doubts add up to the variance against which a model is judged, as observation error and model discrepancy do in Kennedy and
/// O'Hagan, "Bayesian calibration of computer models", Journal of the Royal Statistical Society B 63(3), 2001, section 4. Immutable.
/// </remarks>
public sealed record ObservedOutput
{
    /// <summary>The standard errors from the middle of a normal distribution to the bounds that hold 95 % of it.</summary>
    private const double Bounds = 1.959963984540054;

    /// <summary>Makes an observation.</summary>
    /// <param name="name">The output's name, not empty.</param>
    /// <param name="value">The value observed, finite.</param>
    /// <param name="standardError">The standard error of the value, zero or more.</param>
    /// <param name="tolerance">How far off a model may be for reasons of its own, above zero: read as bounds that hold 95 % of what is acceptable. Absent means that the model is taken to be right.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or there is neither a standard error above zero nor a tolerance.</exception>
    public ObservedOutput(string name, double value, double standardError, double? tolerance = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        NumberGuard.Finite(value, $"value of '{name}'");
        NumberGuard.NonNegative(standardError, $"standard error of '{name}'");
        if (tolerance is { } near)
        {
            NumberGuard.Positive(near, $"tolerance of '{name}'");
        }
        else
        {
            NumberGuard.Positive(standardError, $"standard error of '{name}', which has no tolerance");
        }

        (Name, Value, StandardError, Tolerance) = (name, value, standardError, tolerance);
    }

    /// <summary>The output's name.</summary>
    public string Name { get; }

    /// <summary>The value observed.</summary>
    public double Value { get; }

    /// <summary>The standard error of the value; 0 where it is exact.</summary>
    public double StandardError { get; }

    /// <summary>How far off a model may be for reasons of its own; <c>null</c> where it is taken to be right.</summary>
    public double? Tolerance { get; }

    /// <summary>The variance of the value less what a model that is right would answer: observation error, and a tolerance as a model discrepancy.</summary>
    public double Variance => (StandardError * StandardError) + (Tolerance is { } near ? near / Bounds * (near / Bounds) : 0);
}
