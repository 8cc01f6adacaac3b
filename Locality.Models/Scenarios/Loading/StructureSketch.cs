using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a structure of a file that may hold mistakes, with the localities that it lists or draws from another structure.</summary>
internal sealed class StructureSketch
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    private readonly ImmutableArray<LocalitySketch>? _localities;
    private readonly Lazy<Dictionary<string, LocalitySketch>> _byId;
    private readonly Lazy<Dictionary<string, string>> _models;

    private StructureSketch(SourceNode node, ImmutableArray<LocalitySketch>? localities)
    {
        Node = node;
        _localities = localities;
        _byId = new(ById);
        _models = new(Models);
        LocalityIds = localities is { } known ? known.Select(locality => locality.Id).ToHashSet(StringComparer.Ordinal) : None;
    }

    /// <summary>Gets the structure's keys.</summary>
    internal SourceNode Node { get; }

    /// <summary>Gets the structure's id; null where it cannot be read.</summary>
    internal string? Id => Node["id"]?.AsText();

    /// <summary>Gets whether every locality could be read.</summary>
    internal bool IsKnown => _localities is not null;

    /// <summary>Gets the localities; none where they cannot be read.</summary>
    internal ImmutableArray<LocalitySketch> Localities => _localities ?? [];

    /// <summary>Gets the localities' ids; none where they cannot be read.</summary>
    internal IReadOnlySet<string> LocalityIds { get; }

    /// <summary>Returns the structures of a file, in its order.</summary>
    internal static ImmutableArray<StructureSketch> All(SourceNode root)
    {
        Dictionary<string, StructureSketch> before = new(StringComparer.Ordinal);
        ImmutableArray<StructureSketch>.Builder all = ImmutableArray.CreateBuilder<StructureSketch>();
        foreach (SourceNode node in ReferenceRules.Items(root["structures"]))
        {
            ImmutableArray<LocalitySketch>? localities = node["localitiesFrom"]?.AsText() is not string from ? Listed(node["localities"])
                : node["localities"] is null && before.TryGetValue(from, out StructureSketch? source) ? Drawn(source, node["merges"])
                : null;
            StructureSketch sketch = new(node, localities);
            all.Add(sketch);
            if (sketch.Id is string id)
            {
                before.TryAdd(id, sketch);
            }
        }

        return all.ToImmutable();
    }

    /// <summary>Returns the locality with an id; null where there is none.</summary>
    internal LocalitySketch? Locality(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>Returns the delivery model of a locality on the first day; null where it has none.</summary>
    internal string? Model(string locality) => _models.Value.GetValueOrDefault(locality) ?? Node["deliveryModel"]?.AsText();

    /// <summary>Returns the names of the teams of a service that is deployed so widely.</summary>
    internal IReadOnlySet<string> Teams(string deployment) => deployment switch
    {
        "authority" => new HashSet<string>(["authority"], StringComparer.Ordinal),
        "upper-tier-area" => Localities.Select(locality => locality.UpperTierArea ?? locality.Id).ToHashSet(StringComparer.Ordinal),
        _ => LocalityIds,
    };

    private Dictionary<string, LocalitySketch> ById()
    {
        Dictionary<string, LocalitySketch> byId = new(StringComparer.Ordinal);
        foreach (LocalitySketch locality in Localities)
        {
            byId.TryAdd(locality.Id, locality);
        }

        return byId;
    }

    private Dictionary<string, string> Models()
    {
        Dictionary<string, string> models = new(StringComparer.Ordinal);
        foreach (SourceNode choice in ReferenceRules.Items(Node["delivery"]))
        {
            foreach (string locality in ReferenceRules.Items(choice["localities"]).Select(node => node.AsText()).OfType<string>())
            {
                models.TryAdd(locality, choice["model"]?.AsText() ?? "");
            }
        }

        return models;
    }

    private static ImmutableArray<LocalitySketch>? Listed(SourceNode? list)
    {
        LocalitySketch?[] localities = [.. ReferenceRules.Items(list).Select(Sketch)];
        return localities.Length == 0 || localities.Contains(value: null) ? null : [.. localities.OfType<LocalitySketch>()];
    }

    private static LocalitySketch? Sketch(SourceNode locality) => locality["id"]?.AsText() is string id
        ? new(id, [.. ReferenceRules.Items(locality["bases"]).Select(area => area.AsText()).OfType<string>()], locality["upperTierArea"]?.AsText())
        : null;

    private static ImmutableArray<LocalitySketch>? Drawn(StructureSketch source, SourceNode? merges)
    {
        if (!source.IsKnown)
        {
            return null;
        }

        Dictionary<string, LocalitySketch> joined = new(StringComparer.Ordinal);
        foreach (SourceNode merge in ReferenceRules.Items(merges))
        {
            LocalitySketch[] parts = [.. ReferenceRules.Items(merge["of"]).Select(part => source.Locality(part.AsText() ?? "")).OfType<LocalitySketch>()];
            if (merge["id"]?.AsText() is not string id || parts.Length == 0)
            {
                return null;
            }

            LocalitySketch whole = new(
                id,
                [.. parts.SelectMany(part => part.Bases).Distinct(StringComparer.Ordinal)],
                merge["upperTierArea"]?.AsText() ?? parts[0].UpperTierArea);
            foreach (LocalitySketch part in parts)
            {
                joined.TryAdd(part.Id, whole);
            }
        }

        return joined.Count == 0
            ? source._localities
            : [.. source.Localities.Select(locality => joined.GetValueOrDefault(locality.Id, locality)).Distinct<LocalitySketch>(ReferenceEqualityComparer.Instance)];
    }
}
