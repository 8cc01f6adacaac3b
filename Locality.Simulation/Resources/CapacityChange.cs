namespace LocalitySim.Simulation;

/// <summary>Says what a resource's capacity is from a time on.</summary>
/// <param name="Time">The simulated time.</param>
/// <param name="Capacity">The number of units from then on: zero or more.</param>
public readonly record struct CapacityChange(double Time, int Capacity);
