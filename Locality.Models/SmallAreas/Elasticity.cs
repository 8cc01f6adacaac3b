using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// An elasticity γ with what is not known of it: a count grows as the γ-th power of an index, so that one per cent more of the index means
/// γ per cent more, and with γ = 0 the index says nothing. Immutable.
/// </summary>
public sealed record Elasticity
{
    private Elasticity(double value, double low, double high, double? error, int? degrees) =>
        (Value, Low, High, StandardError, DegreesOfFreedom) = (value, low, high, error, degrees);

    /// <summary>Gets the estimate, or the middle of the range.</summary>
    public double Value { get; }

    /// <summary>Gets the standard error of an estimate; null for a range.</summary>
    public double? StandardError { get; }

    /// <summary>Gets the degrees of freedom of the estimate's Student's t; null where it is normal, and for a range.</summary>
    public int? DegreesOfFreedom { get; }

    private double Low { get; }

    private double High { get; }

    /// <summary>Takes an estimate with its standard error.</summary>
    /// <param name="value">The estimate, finite.</param>
    /// <param name="standardError">Its standard error, finite, zero or more.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom of Student's t, 1 or more; absent means a normal estimate.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Elasticity FromEstimate(double value, double standardError, int? degreesOfFreedom = null)
    {
        Finite(value, nameof(value));
        if (!(standardError >= 0 && double.IsFinite(standardError)))
        {
            throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "standardError: expected a finite number, zero or more.");
        }

        if (degreesOfFreedom < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "degreesOfFreedom: expected 1 or more.");
        }

        return new Elasticity(value, value, value, standardError, degreesOfFreedom);
    }

    /// <summary>Takes a range within which any value is as likely as any other.</summary>
    /// <param name="low">The lower bound, finite.</param>
    /// <param name="high">The upper bound, finite, at least the lower one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Elasticity FromRange(double low, double high)
    {
        Finite(low, nameof(low));
        Finite(high, nameof(high));
        return high >= low
            ? new Elasticity(low + (0.5 * (high - low)), low, high, null, null)
            : throw new ArgumentOutOfRangeException(nameof(high), high, "high: expected at least the lower bound.");
    }

    /// <summary>Returns the value that a share of the values lies below.</summary>
    /// <param name="share">A number between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public double Quantile(double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "share: expected a number between 0 and 1, exclusive.");
        }

        return StandardError is not double error ? Low + (share * (High - Low))
            : DegreesOfFreedom is int degrees ? Value + (error * TailProbability.StudentPoint(share, degrees))
            : Value + (error * TailProbability.NormalPoint(share));
    }

    /// <summary>Returns the bounds that the middle share of the values lies between.</summary>
    /// <param name="level">The share, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public Interval Interval(double level = 0.95) => new(Value, Quantile(0.5 - (0.5 * level)), Quantile(0.5 + (0.5 * level)));

    /// <summary>Draws a value; found by its number, whatever the others. A greater uniform number gives a greater value.</summary>
    /// <param name="streams">The random streams.</param>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="draw">The draw's number.</param>
    public double Draw(RandomStreams streams, Purpose purpose, uint draw)
    {
        ArgumentNullException.ThrowIfNull(streams);
        RandomStream random = streams.Stream(purpose, entity: draw);
        return Quantile(random.NextOpenUniform());
    }

    private static void Finite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name}: expected a finite number.");
        }
    }
}
