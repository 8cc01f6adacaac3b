using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Is what a search found of one cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Capacity">The least capacity found to meet the target; <c>null</c> where none up to the most does, or the search was stopped before it was found.</param>
/// <param name="IsOutOfReach">Whether even the greatest capacity does not meet the target.</param>
/// <param name="Tried">What is known at each capacity that was tried, the least first.</param>
public sealed record CellCapacity(CapacityCell Cell, int? Capacity, bool IsOutOfReach, ImmutableArray<CapacityEstimate> Tried)
{
    /// <summary>Gets what is known at one step less than the capacity found; <c>null</c> where that was not tried.</summary>
    public CapacityEstimate? OneLess => Capacity is { } found ? Tried.FirstOrDefault(item => item.Capacity == found - 1) : null;
}
