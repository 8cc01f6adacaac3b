namespace LocalitySim.Reports;

/// <summary>Is a base on a map.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Words">What is said where somebody points at it.</param>
/// <param name="Label">What stands beside it; empty means nothing.</param>
public sealed record MapBase(MapPoint At, string Words, string Label);
