namespace LocalitySim.Simulation;

/// <summary>Names one observation: what a system gives in a replication.</summary>
/// <param name="System">The system, from 0 to the number of systems − 1.</param>
/// <param name="Replication">The number of the replication, zero or more. Systems with the same number meet the same chances.</param>
public readonly record struct SystemReplication(int System, int Replication);
