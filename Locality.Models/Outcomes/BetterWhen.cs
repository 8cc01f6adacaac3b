namespace LocalitySim.Models;

/// <summary>Says which way a measure is better.</summary>
public enum BetterWhen
{
    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Neither is better by itself.</summary>
    Neither,
}
