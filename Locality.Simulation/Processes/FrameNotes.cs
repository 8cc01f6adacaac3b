namespace LocalitySim.Simulation;

/// <summary>Notes what is to be done with a process once it has run up to its next wait. Nothing is noted of nearly all of them.</summary>
[Flags]
internal enum FrameNotes : byte
{
    None = 0,

    /// <summary>It suspended only to say who it is, and goes on without waiting.</summary>
    ResumeAtOnce = 1,

    /// <summary>It was interrupted while it did not wait: its next wait throws.</summary>
    KeptInterruption = 2,

    /// <summary>It was cancelled while it did not wait: its next wait throws.</summary>
    KeptCancellation = 4,

    /// <summary>It was cancelled, so a <see cref="ProcessCancelledException"/> may end it quietly.</summary>
    Cancelled = 8,

    /// <summary>The call that made it has not returned, so nobody has its handle yet.</summary>
    Starting = 16,
}
