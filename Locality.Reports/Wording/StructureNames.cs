using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Names structures so that no two have the same name: one that is not alone with its name has its id beside it.</summary>
internal static class StructureNames
{
    internal static ImmutableArray<string> Of(IReadOnlyList<Structure> structures) =>
    [
        .. structures.Select(structure => structures.Count(other => string.Equals(other.Name, structure.Name, StringComparison.Ordinal)) > 1
            ? $"{structure.Name} ({structure.Id})"
            : structure.Name),
    ];
}
