namespace LocalitySim.Simulation;

/// <summary>How far a selection has come.</summary>
/// <param name="Stage">
/// The stage completed: in a fully sequential procedure the number of observations that every system still in play has; in a tournament
/// the round; with a fixed budget the number of increments, the first stage being 0.
/// </param>
/// <param name="Remaining">How many systems are still in play.</param>
/// <param name="Observations">How many observations have been used in all.</param>
public readonly record struct SelectionProgress(int Stage, int Remaining, long Observations);
