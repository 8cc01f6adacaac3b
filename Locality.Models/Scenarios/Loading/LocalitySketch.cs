using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what the rules ask of a locality in a file that may hold mistakes.</summary>
/// <param name="Id">The locality's id.</param>
/// <param name="Bases">The areas of its bases.</param>
/// <param name="UpperTierArea">The name of its upper-tier area; null where it names none.</param>
internal sealed record LocalitySketch(string Id, ImmutableArray<string> Bases, string? UpperTierArea);
