using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Is a calendar event that does what it was made with.</summary>
internal sealed class ActionEvent(Simulator simulator, Action action) : CalendarEvent(simulator)
{
    protected internal override void Occur() => action();
}
