namespace LocalitySim.Simulation;

/// <summary>Says which of several free servers takes a job.</summary>
public enum ServerChoice
{
    /// <summary>The first in the order in which the pool was given them.</summary>
    InOrderGiven,

    /// <summary>The one of the highest speed; of equal ones the first given.</summary>
    FastestFirst,

    /// <summary>The one that has been free for longest.</summary>
    LongestIdle,
}
