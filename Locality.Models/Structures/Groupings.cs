using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Says which groupings of a structure's localities are candidates for a ranking: every contiguous one with so many localities.</summary>
public sealed record Groupings
{
    /// <summary>Gets the id of the structure whose localities are joined: 2 to 12 of them.</summary>
    public required string Of { get; init; }

    /// <summary>Gets the numbers of localities wanted, each from 1 to the number of that structure's localities; none means any number.</summary>
    [Sourced(Standing.Judged, "Which number is best is part of the question.")]
    public ImmutableArray<int> Into { get; init; } = [];
}
