namespace LocalitySim.Simulation;

/// <summary>What a selection has seen of one system.</summary>
/// <param name="Observations">How many observations of it were used.</param>
/// <param name="EliminatedAt">The stage at which it was eliminated, as <see cref="SelectionProgress.Stage"/> counts; null if it never was.</param>
/// <param name="Mean">
/// The mean of these observations with Student's interval, for this system alone. A procedure that stops when it has seen enough leaves
/// means a little away from the truth and intervals a little short: they describe, and the selection's own guarantee does not rest on them.
/// </param>
public readonly record struct SystemEvidence(int Observations, int? EliminatedAt, Interval Mean);
