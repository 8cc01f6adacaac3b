namespace LocalitySim.Simulation;

/// <summary>Says how a simulator keeps its pending events. The order of events is the same in every form.</summary>
public enum CalendarForm
{
    /// <summary>A heap while few events are pending, a ladder when many are.</summary>
    Automatic,

    /// <summary>Always a heap.</summary>
    Heap,

    /// <summary>A ladder as soon as more than a handful of events are pending.</summary>
    Ladder,
}
