namespace LocalitySim.Models;

/// <summary>Says how the search for posts ended.</summary>
public enum StaffEnd
{
    /// <summary>Fresh futures show that every team meets the target, with the confidence asked for.</summary>
    Confirmed,

    /// <summary>Posts were added several times, and fresh futures still do not show it.</summary>
    NotConfirmed,

    /// <summary>For some team no number of posts is enough.</summary>
    OutOfReach,

    /// <summary>It was stopped before the end; what it had found is kept.</summary>
    Stopped,
}
