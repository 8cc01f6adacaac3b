namespace LocalitySim.Reports;

/// <summary>Is a value with its interval, in a row of a chart.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Mean">The value.</param>
/// <param name="Lower">The interval's lower end; absent where there is none.</param>
/// <param name="Upper">The interval's upper end; absent where there is none.</param>
/// <param name="Words">What is said where somebody points at it.</param>
public sealed record IntervalPoint(int Row, double Mean, double? Lower, double? Upper, string Words);
