namespace LocalitySim.Reports;

/// <summary>Is an area of a map in one picture.</summary>
/// <param name="Value">The value by which it is coloured; absent where there is none, or where it is coloured by locality.</param>
/// <param name="Group">The number of its locality, from 0, which gives the colour where areas are coloured by locality.</param>
/// <param name="Words">What is said where somebody points at it.</param>
public sealed record MapArea(double? Value, int Group, string Words);
