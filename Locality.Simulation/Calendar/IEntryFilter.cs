namespace LocalitySim.Simulation;

/// <summary>Says which entries of the calendar are live, and which were cancelled.</summary>
internal interface IEntryFilter
{
    bool IsLive(in CalendarEntry entry);
}
