namespace LocalitySim.Simulation;

/// <summary>Is one pending entry of the event calendar, 24 bytes long.</summary>
internal struct CalendarEntry
{
    /// <summary>The time's bits. Times are zero or more, so the bits order as the times do.</summary>
    public long Time;

    /// <summary>The tie order: priority in the top 8 bits, below it the sequence of scheduling.</summary>
    public ulong Order;

    /// <summary>The number of the event in its simulator.</summary>
    public int EventId;
}
