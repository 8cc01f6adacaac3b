namespace LocalitySim.Models;

/// <summary>Says what may be said about a structure's wait against the baseline's.</summary>
public enum WaitVerdict
{
    /// <summary>The interval of the difference includes zero.</summary>
    NoClearDifference,

    /// <summary>The wait is clearly shorter, and no more families are clearly lost.</summary>
    Shorter,

    /// <summary>The wait is clearly shorter, but more families are lost: no improvement.</summary>
    ShorterButLosesMore,

    /// <summary>The wait after acceptance is clearly shorter, but assessments come later: children may wait before acceptance instead.</summary>
    ShorterButAssessesLater,

    /// <summary>The wait is clearly longer.</summary>
    Longer,
}
