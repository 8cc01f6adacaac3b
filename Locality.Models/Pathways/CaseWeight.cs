namespace LocalitySim.Models;

/// <summary>Is a weight that a case may have, and how common it is.</summary>
public sealed record CaseWeight
{
    /// <summary>Gets the points that the case takes of its worker's limit: above zero.</summary>
    public required Points Points { get; init; }

    /// <summary>Gets the share of cases with this weight.</summary>
    public required Share Share { get; init; }
}
