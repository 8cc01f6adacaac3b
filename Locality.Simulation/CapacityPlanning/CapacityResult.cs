using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Is what a search for capacities found.</summary>
/// <param name="Cells">Each cell, in order.</param>
/// <param name="Simulated">How many replications were simulated, over all combinations of capacities tried.</param>
/// <param name="WasStopped">Whether it was stopped before the end; what was found by then stays.</param>
public sealed record CapacityResult(ImmutableArray<CellCapacity> Cells, int Simulated, bool WasStopped)
{
    /// <summary>Gets whether a capacity was found for every cell.</summary>
    public bool IsComplete => Cells.All(cell => cell.Capacity is not null);
}
