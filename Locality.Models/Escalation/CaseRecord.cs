namespace LocalitySim.Models;

/// <summary>Is one referral with what was known when it came, and whether it escalated within the window.</summary>
public sealed record CaseRecord
{
    /// <summary>Gets the child's id, which need not tell who it is: referrals of one child belong together. Not blank.</summary>
    public required string Child { get; init; }

    /// <summary>Gets the day of the referral, or the first of its month where no more is known.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets the pathway on which it came; not blank.</summary>
    public required string Pathway { get; init; }

    /// <summary>Gets the child's age in years: from 0 to 25; absent where it is not known.</summary>
    public double? Age { get; init; }

    /// <summary>Gets who referred; absent where it is not known.</summary>
    public string? Source { get; init; }

    /// <summary>Gets whether the child was referred before.</summary>
    public required bool IsReturn { get; init; }

    /// <summary>Gets the share of children in income-deprived families where the child lives (IDACI): from 0 to 1.</summary>
    public required double IncomeDeprived { get; init; }

    /// <summary>Gets the fifth of the authority's children that the child is in by deprivation: 1, the most deprived, to 5.</summary>
    public required int Fifth { get; init; }

    /// <summary>Gets whether it escalated within the window.</summary>
    public required bool HasEscalated { get; init; }
}
