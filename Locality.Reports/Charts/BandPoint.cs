namespace LocalitySim.Reports;

/// <summary>Is a point of a line with its interval.</summary>
/// <param name="Mean">The value.</param>
/// <param name="Lower">The interval's lower end; absent where there is none.</param>
/// <param name="Upper">The interval's upper end; absent where there is none.</param>
/// <param name="Words">What is said where somebody points at it.</param>
public sealed record BandPoint(double Mean, double? Lower, double? Upper, string Words);
