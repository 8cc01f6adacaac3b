namespace LocalitySim.Models;

/// <summary>Is a measure's value in the middle future, or in a bad one, with its 95 % interval.</summary>
/// <param name="Value">The value that the stated share of futures does not exceed.</param>
/// <param name="Lower">The interval's lower end; null where there are too few futures for one.</param>
/// <param name="Upper">The interval's upper end; null where there are too few futures for one.</param>
public sealed record FutureQuantile(double Value, double? Lower, double? Upper);
