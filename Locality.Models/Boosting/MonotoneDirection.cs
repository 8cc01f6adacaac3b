namespace LocalitySim.Models;

/// <summary>Which way a prediction may go as a column grows, all others held.</summary>
public enum MonotoneDirection
{
    /// <summary>Never up: −1 in the tables of other programs.</summary>
    Decreasing,

    /// <summary>Never down: +1 in the tables of other programs.</summary>
    Increasing,
}
