namespace LocalitySim.Models;

/// <summary>Is who refers, and how many of a pathway's referrals they make.</summary>
public sealed record ReferralSource
{
    /// <summary>Gets the name, such as police or school. Referrals from <c>school</c> fall in the school holidays.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the share of the pathway's referrals; the shares add up to 1.</summary>
    public required Share Share { get; init; }
}
