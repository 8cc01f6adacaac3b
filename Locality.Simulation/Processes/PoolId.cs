namespace LocalitySim.Simulation;

/// <summary>Numbers the types that a simulator keeps pools of. Only the place in an array depends on it, never a result.</summary>
/// <typeparam name="T">The pooled type.</typeparam>
internal static class PoolId<T>
{
    /// <summary>The type's number, from 0.</summary>
    internal static readonly int Value = PoolIds.Next();
}
