namespace LocalitySim.Simulation;

/// <summary>Is one of those who arrive together.</summary>
/// <param name="Time">When the batch arrives.</param>
/// <param name="Batch">The number of the batch, from 0: the members of one batch share it.</param>
/// <param name="Index">The member's place in the batch, from 0.</param>
/// <param name="Size">How many the batch is.</param>
public readonly record struct BatchMember(double Time, long Batch, int Index, int Size);
