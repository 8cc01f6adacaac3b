namespace LocalitySim.Models;

/// <summary>Is how far waits for a lead professional have come by a day after acceptance.</summary>
/// <param name="Day">The day: from 0 to 180.</param>
/// <param name="Allocated">The share of children allocated by then: from 0 to 1.</param>
/// <param name="Lost">The share of children lost by then: from 0 to 1. What is left of 1 still waits.</param>
public sealed record WaitDay(int Day, MeanOverFutures Allocated, MeanOverFutures Lost);
