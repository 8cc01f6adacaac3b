using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Simulates one replication with a capacity for every cell, and gives what it shows of each cell.</summary>
/// <param name="capacities">The capacity of each cell, in its own whole steps.</param>
/// <param name="replication">The number of the replication, from 0. Its result must depend on this number and the capacities alone.</param>
/// <param name="cancellationToken">Watched by long replications.</param>
/// <returns>One observation for each cell, in order.</returns>
public delegate IReadOnlyList<CapacityObservation> CapacitySample(ImmutableArray<int> capacities, int replication, CancellationToken cancellationToken);
