namespace LocalitySim.Simulation;

/// <summary>Is what keeps a stuck process from going on.</summary>
/// <param name="What">The words for what it waits for.</param>
/// <param name="By">The stuck process that would have to go on first.</param>
/// <param name="IsHeld">Whether that process holds what the first waits for; if not, it is what the first waits for.</param>
internal sealed record Blockage(string What, ProcessFrame By, bool IsHeld);
