namespace LocalitySim.Reports;

/// <summary>Is a point of a map, in metres from the map's south-west corner: whole tens of metres.</summary>
/// <param name="X">Metres to the east.</param>
/// <param name="Y">Metres to the north.</param>
public readonly record struct MapPoint(int X, int Y);
