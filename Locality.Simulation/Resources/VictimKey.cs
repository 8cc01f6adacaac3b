namespace LocalitySim.Simulation;

/// <summary>Orders jobs in service by which gives way first: the least urgent, of these the latest arrived.</summary>
internal readonly record struct VictimKey(int Priority, long Arrival) : IQueueKey<VictimKey>
{
    public bool IsBefore(in VictimKey other) =>
        Priority != other.Priority ? Priority > other.Priority : Arrival > other.Arrival;
}
