namespace LocalitySim.Models;

/// <summary>Says how many children of a family are referred together. Referrals and measures count children; the work is one family's.</summary>
public sealed record Siblings
{
    /// <summary>Gets the mean number of children referred together: one plus a Poisson number, so 1 or more.</summary>
    [Sourced(Standing.Judged, "Referrals are counted by child and worked by family; no national figure of the size of a sibling group.")]
    public double MeanChildren { get; init; } = 1.5;

    /// <summary>Gets the work, and the points, that each further child adds, over the first child's: zero or more.</summary>
    [Sourced(Standing.Judged, "One set of visits, a record and a plan for each child.")]
    public double WorkPerFurtherChild { get; init; } = 0.5;
}
