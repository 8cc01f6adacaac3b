namespace LocalitySim.Simulation;

/// <summary>Whether the difference of two alternatives changes sign within a range.</summary>
public enum BreakEvenVerdict
{
    /// <summary>The mean difference changes sign.</summary>
    Found,

    /// <summary>The mean difference has the same sign at every value of the grid, and each of its intervals excludes zero.</summary>
    DoesNotFlip,

    /// <summary>The mean difference has the same sign at every value of the grid, but not every interval excludes zero.</summary>
    CannotBeTold,

    /// <summary>The search was cancelled before it could tell; the grid holds the values known by then.</summary>
    NotYetTold,
}
