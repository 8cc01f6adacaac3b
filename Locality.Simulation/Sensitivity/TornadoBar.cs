namespace LocalitySim.Simulation;

/// <summary>What one parameter does when it alone is moved from its base to the ends of its range.</summary>
public sealed record TornadoBar
{
    /// <summary>The parameter.</summary>
    public required ParameterRange Parameter { get; init; }

    /// <summary>The response at the lowest value less that at the base, replication by replication.</summary>
    public required PairedDifference Low { get; init; }

    /// <summary>The response at the highest value less that at the base, replication by replication.</summary>
    public required PairedDifference High { get; init; }

    /// <summary>The response at the highest value less that at the lowest, replication by replication.</summary>
    public required PairedDifference HighLessLow { get; init; }

    /// <summary>
    /// The length of the bar: from the lowest to the highest of the mean responses at the lowest value, the base and the highest
    /// value. Zero or more, in the response's unit. It is at least the absolute mean of <see cref="HighLessLow"/>, and more where the
    /// response turns back.
    /// </summary>
    public double Swing => Math.Max(0, Math.Max(Low.Mean.Mean, High.Mean.Mean)) - Math.Min(0, Math.Min(Low.Mean.Mean, High.Mean.Mean));
}
