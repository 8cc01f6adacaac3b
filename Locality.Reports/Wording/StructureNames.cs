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
    /// <summary>Returns a comparison in which no two structures have the same name.</summary>
    internal static StructureComparison Apart(StructureComparison comparison)
    {
        Structure[] structures = [.. comparison.Structures.Select(result => result.Structure)];
        ImmutableArray<string> names = Of(structures);
        if (names.SequenceEqual(structures.Select(structure => structure.Name), StringComparer.Ordinal))
        {
            return comparison;
        }

        Dictionary<string, Structure> named = structures.Zip(names, (structure, name) => structure with { Name = name }).ToDictionary(structure => structure.Id, StringComparer.Ordinal);
        StructureResult Result(StructureResult result) => result with { Structure = named[result.Structure.Id] };
        StructureDifference Difference(StructureDifference difference) => difference with { Structure = Result(difference.Structure), Baseline = Result(difference.Baseline) };
        return comparison with
        {
            Structures = [.. comparison.Structures.Select(Result)],
            Differences = [.. comparison.Differences.Select(Difference)],
            CashReleased = [.. comparison.CashReleased.Select(Difference)],
        };
    }
}
