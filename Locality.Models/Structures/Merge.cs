using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a locality made by joining localities of another structure: it has all their areas and all their bases.</summary>
public sealed record Merge
{
    /// <summary>Gets the short name used in files and results, unique in its structure.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read. The default is the id.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>Gets the ids of the localities joined: one or more.</summary>
    public required ImmutableArray<string> Of { get; init; }

    /// <summary>Gets the name of the upper-tier area; absent means that of the first locality joined.</summary>
    public string? UpperTierArea { get; init; }
}
