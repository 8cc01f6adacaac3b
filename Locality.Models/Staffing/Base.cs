namespace LocalitySim.Models;

/// <summary>Is a base of a locality.</summary>
/// <param name="Locality">The locality's index.</param>
/// <param name="Area">The index of the area where it is.</param>
internal readonly record struct Base(int Locality, int Area);
