namespace LocalitySim.Reports;

/// <summary>Is a dot of a row.</summary>
/// <param name="Value">The value.</param>
/// <param name="Words">What is said where somebody points at it.</param>
public sealed record StripDot(double Value, string Words);
