namespace LocalitySim.Simulation;

/// <summary>Hands out the numbers of <see cref="PoolId{T}"/>.</summary>
internal static class PoolIds
{
    private static int last = -1;

    internal static int Next() => Interlocked.Increment(ref last);
}
