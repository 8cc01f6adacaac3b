namespace LocalitySim.Simulation;

/// <summary>Says how a job left a <see cref="ProcessorSharingServer"/>.</summary>
/// <param name="Completed">Whether all its work was done.</param>
/// <param name="RemainingWork">The work left, in service time at full pace: zero if completed.</param>
public readonly record struct ServiceOutcome(bool Completed, double RemainingWork);
