using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a named set of areas with its own teams and bases.</summary>
public sealed record Locality
{
    /// <summary>Gets the short name used in files and results, unique in its structure.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read. The default is the id.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>Gets the names of the areas it covers: one or more.</summary>
    public required ImmutableArray<string> Areas { get; init; }

    /// <summary>Gets the areas whose centres hold its bases: one or more. A merger closes no base unless the plan says so.</summary>
    public required ImmutableArray<string> Bases { get; init; }

    /// <summary>Gets the name of the upper-tier area that it belongs to; absent means that it stands by itself.</summary>
    public string? UpperTierArea { get; init; }
}
