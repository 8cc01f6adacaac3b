namespace LocalitySim.Simulation;

/// <summary>A distribution of a quantity that is zero or more, such as a duration. The unit is the caller's.</summary>
/// <remarks>Immutable and thread-safe: all that changes when drawing is the stream. The same bits on every platform.</remarks>
public abstract class Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>The mean, zero or more.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance, zero or more.</summary>
    public abstract double Variance { get; }

    /// <summary>Draws a value, zero or more.</summary>
    /// <param name="random">The stream to draw from; it moves on.</param>
    public abstract double Sample(ref RandomStream random);

    /// <summary>
    /// Draws a value in proportion to its length: from the density x f(x) / mean, whose mean is E[X²] / E[X]. It is the whole
    /// length of the interval in which a random moment falls; what is left of it is that times a uniform number.
    /// Source: Cox, "Renewal Theory" (1962), section 5.4.
    /// </summary>
    /// <param name="random">The stream to draw from; it moves on.</param>
    /// <exception cref="InvalidOperationException">The mean is zero, so that no value has any length.</exception>
    public abstract double SampleLengthBiased(ref RandomStream random);

    private protected void RequireLength()
    {
        if (Mean == 0)
        {
            throw new InvalidOperationException($"{GetType().Name} with mean 0 has no length-biased form; expected a mean above zero.");
        }
    }

    private protected static double FiniteMoment(double moment, string what, string fix) =>
        double.IsFinite(moment)
            ? moment
            : throw new ArgumentOutOfRangeException(null, moment, $"The {what} is too large for a double; {fix}.");
}
