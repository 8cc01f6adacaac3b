namespace LocalitySim.Simulation;

/// <summary>Whether a value lies at an end of its range.</summary>
public enum RangeEnd
{
    /// <summary>It lies within.</summary>
    None,

    /// <summary>It is the lowest value of the range.</summary>
    Low,

    /// <summary>It is the highest value of the range.</summary>
    High,
}
