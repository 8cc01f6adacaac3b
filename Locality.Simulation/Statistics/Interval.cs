namespace LocalitySim.Simulation;

/// <summary>An estimate with its confidence interval; the bounds are infinite where one observation says nothing of the spread.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
public readonly record struct Interval(double Mean, double Lower, double Upper)
{
    /// <summary>Half the distance between the bounds.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>Whether a value lies within the bounds, these included. Never for NaN.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
