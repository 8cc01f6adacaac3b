namespace LocalitySim.Simulation;

/// <summary>Is what one replication shows of one cell at the capacity that it had.</summary>
/// <param name="Margin">By how much the cell was better than its target, in any unit: zero or more where it met it. <c>null</c> where there was nothing to measure.</param>
/// <param name="Control">A further quantity of the same replication whose mean is known; see <see cref="ControlVariates"/>.</param>
/// <param name="ControlMean">The true mean of the control at this capacity; <c>null</c> where there is no control.</param>
public readonly record struct CapacityObservation(double? Margin, double Control = 0, double? ControlMean = null);
