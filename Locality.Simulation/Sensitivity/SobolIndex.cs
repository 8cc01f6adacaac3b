namespace LocalitySim.Simulation;

/// <summary>The share of the response's variance that is due to one parameter.</summary>
public sealed record SobolIndex
{
    /// <summary>The parameter.</summary>
    public required ParameterRange Parameter { get; init; }

    /// <summary>
    /// S: the share of the variance that would go on average if the parameter were known; 0 to 1, though an estimate may lie a little
    /// outside. <c>null</c> where the response does not vary.
    /// </summary>
    public required Interval? FirstOrder { get; init; }

    /// <summary>
    /// T: the share that would be left on average if everything but the parameter were known, with all interactions; 0 or more.
    /// <c>null</c> where the response does not vary.
    /// </summary>
    public required Interval? Total { get; init; }
}
