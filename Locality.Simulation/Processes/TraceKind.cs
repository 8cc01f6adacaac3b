namespace LocalitySim.Simulation;

/// <summary>Says what a line of a trace tells.</summary>
public enum TraceKind
{
    /// <summary>An event happens that is no process: one for a handler, or a <see cref="CalendarEvent"/>.</summary>
    Occurs,

    /// <summary>A process begins to wait.</summary>
    Waits,

    /// <summary>A process goes on.</summary>
    Resumes,

    /// <summary>A process has run to its end.</summary>
    Ends,

    /// <summary>A process ends with an error.</summary>
    Fails,

    /// <summary>A resource, or the queue before it, changes.</summary>
    Changes,
}
