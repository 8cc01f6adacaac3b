namespace LocalitySim.Simulation;

/// <summary>Orders a queue by priority (lower first), then by arrival.</summary>
internal readonly record struct TurnKey(int Priority, long Arrival) : IQueueKey<TurnKey>
{
    public bool IsBefore(in TurnKey other) =>
        Priority != other.Priority ? Priority < other.Priority : Arrival < other.Arrival;
}
