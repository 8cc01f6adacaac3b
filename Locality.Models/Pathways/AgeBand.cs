namespace LocalitySim.Models;

/// <summary>Is an age band and how many of a pathway's referrals are for children in it.</summary>
public sealed record AgeBand
{
    /// <summary>Gets the youngest age in whole years: from 0 to 25.</summary>
    public required int From { get; init; }

    /// <summary>Gets the oldest age in whole years: <see cref="From"/> or more, at most 25.</summary>
    public required int To { get; init; }

    /// <summary>Gets the share of the pathway's referrals; the shares add up to 1.</summary>
    public required Share Share { get; init; }
}
