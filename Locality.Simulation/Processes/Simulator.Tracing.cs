using System.Globalization;

namespace LocalitySim.Simulation;

/// <content>Tells what happens, line by line.</content>
public sealed partial class Simulator
{
    /// <summary>Gets or sets what is told of everything that happens; absent, as at first, for nothing.</summary>
    /// <remarks>
    /// It must not change the model. Tracing changes no result, but makes a run slow and allocates; without it the cost is a
    /// comparison. A process goes by its method's name until <see cref="Start(Process, string?)"/> has given it another.
    /// </remarks>
    public Action<TraceEntry>? Trace { get; set; }

    internal void TraceEvent(int kind, int entity) =>
        Tell(TraceKind.Occurs, string.Create(CultureInfo.InvariantCulture, $"kind {kind} of entity {entity}"), null);

    internal void TraceEvent(CalendarEvent item) => Tell(TraceKind.Occurs, PlaceNames.KindOf(item.GetType()), null);

    internal void TraceWait(ProcessFrame frame)
    {
        if (frame.IsWaiting)
        {
            Tell(TraceKind.Waits, frame.Name, frame.WaitingPlace is { } place ? $"for {place.Description}" : null);
        }
    }

    internal void TraceResumption(ProcessFrame frame)
    {
        string? detail = wakeReason switch
        {
            WakeReason.TimedOut => "out of patience",
            WakeReason.Interrupted => "interrupted",
            WakeReason.Cancelled => "cancelled",
            WakeReason.Faulted => "for what it awaited has failed",
            WakeReason.Evicted => "put out",
            _ => null,
        };
        Tell(TraceKind.Resumes, frame.Name, detail);
    }

    internal void Tell(TraceKind kind, string subject, string? detail) => Trace?.Invoke(new TraceEntry(Now, kind, subject, detail));
}
