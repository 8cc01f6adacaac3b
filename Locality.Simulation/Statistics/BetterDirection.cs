namespace LocalitySim.Simulation;

/// <summary>Which way a measure is better.</summary>
public enum BetterDirection
{
    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>More is better.</summary>
    Higher,
}
