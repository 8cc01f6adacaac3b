namespace LocalitySim.Reports;

/// <summary>Is a point with what is known of it.</summary>
/// <param name="X">Its place on the horizontal axis.</param>
/// <param name="Y">Its place on the vertical axis.</param>
/// <param name="Lower">The lower end of the interval of <paramref name="Y"/>; absent where there is none.</param>
/// <param name="Upper">The upper end of the interval of <paramref name="Y"/>; absent where there is none.</param>
/// <param name="Words">What is said where somebody points at it.</param>
/// <param name="Label">What stands beside it; absent means nothing.</param>
public sealed record ScatterPoint(double X, double Y, double? Lower, double? Upper, string Words, string? Label = null);
