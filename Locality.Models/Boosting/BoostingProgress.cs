namespace LocalitySim.Models;

/// <summary>How far a fit has come.</summary>
/// <param name="Round">The rounds run.</param>
/// <param name="Rounds">The most rounds.</param>
/// <param name="ValidationLoss">The mean loss of the rows set aside; null where none are.</param>
public sealed record BoostingProgress(int Round, int Rounds, double? ValidationLoss);
