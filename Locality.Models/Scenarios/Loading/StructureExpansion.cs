using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Gives structures that draw their localities from another structure localities of their own.</summary>
internal static class StructureExpansion
{
    /// <summary>Returns the structures, each with all its localities. Every reference has been checked.</summary>
    internal static ImmutableArray<Structure> Expand(ImmutableArray<Structure> structures)
    {
        Dictionary<string, ImmutableArray<Locality>> before = new(StringComparer.Ordinal);
        ImmutableArray<Structure>.Builder expanded = ImmutableArray.CreateBuilder<Structure>(structures.Length);
        foreach (Structure structure in structures)
        {
            ImmutableArray<Locality> localities = structure.LocalitiesFrom is { } from ? Join(before[from], structure.Merges) : structure.Localities;
            before.Add(structure.Id, localities);
            expanded.Add(structure with { Localities = localities });
        }

        return expanded.MoveToImmutable();
    }

    /// <summary>Returns localities with some of them joined. What is joined stands where the first of its localities stood.</summary>
    internal static ImmutableArray<Locality> Join(ImmutableArray<Locality> localities, ImmutableArray<Merge> merges)
    {
        Dictionary<string, Locality> byId = localities.ToDictionary(locality => locality.Id, StringComparer.Ordinal);
        Dictionary<string, Locality> joined = new(StringComparer.Ordinal);
        foreach (Merge merge in merges)
        {
            Locality[] parts = [.. merge.Of.Select(id => byId[id])];
            Locality whole = new()
            {
                Id = merge.Id,
                Name = merge.Name,
                Areas = [.. parts.SelectMany(part => part.Areas).Distinct(StringComparer.Ordinal)],
                Bases = [.. parts.SelectMany(part => part.Bases).Distinct(StringComparer.Ordinal)],
                UpperTierArea = merge.UpperTierArea ?? parts[0].UpperTierArea,
            };
            foreach (string id in merge.Of)
            {
                joined.Add(id, whole);
            }
        }

        return [.. localities.Select(locality => joined.GetValueOrDefault(locality.Id, locality)).Distinct<Locality>(ReferenceEqualityComparer.Instance)];
    }
}
