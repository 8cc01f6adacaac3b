namespace LocalitySim.Models;

/// <summary>Is a step up or down at closure: some cases go on at another tier, without a new assessment.</summary>
public sealed record TierStep
{
    /// <summary>Gets the share of closures that go on.</summary>
    public required Share Share { get; init; }

    /// <summary>Gets the id of the pathway that they go on with.</summary>
    public required string To { get; init; }
}
