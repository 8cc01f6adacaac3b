namespace LocalitySim.Simulation;

/// <summary>Is a key by which waiting processes are ordered. No two keys in one heap are equal.</summary>
internal interface IQueueKey<TSelf>
    where TSelf : struct, IQueueKey<TSelf>
{
    bool IsBefore(in TSelf other);
}
