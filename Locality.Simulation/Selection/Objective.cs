namespace LocalitySim.Simulation;

/// <summary>Which mean is the best.</summary>
public enum Objective
{
    /// <summary>The smallest, as of a cost or a wait.</summary>
    Smallest,

    /// <summary>The largest, as of a benefit.</summary>
    Largest,
}
