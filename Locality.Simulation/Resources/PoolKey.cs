namespace LocalitySim.Simulation;

/// <summary>Orders the queue of a <see cref="ServerPool"/> by priority (lower first), then by arrival, and knows the job's slot.</summary>
internal readonly record struct PoolKey(int Priority, int Slot, long Arrival) : IQueueKey<PoolKey>
{
    public bool IsBefore(in PoolKey other) =>
        Priority != other.Priority ? Priority < other.Priority : Arrival < other.Arrival;
}
