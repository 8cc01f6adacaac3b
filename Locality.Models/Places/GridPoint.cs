namespace LocalitySim.Models;

/// <summary>Is a point on the British national grid.</summary>
/// <param name="EastingMetres">The easting, in metres.</param>
/// <param name="NorthingMetres">The northing, in metres.</param>
public readonly record struct GridPoint(double EastingMetres, double NorthingMetres);
