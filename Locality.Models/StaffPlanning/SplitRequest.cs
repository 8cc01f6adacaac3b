using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the question of how a fixed number of posts is best split among a service's teams.</summary>
public sealed record SplitRequest
{
    /// <summary>Gets what is made as short as possible.</summary>
    public SplitObjective Objective { get; init; } = SplitObjective.Worst;

    /// <summary>Gets the id of the structure, one without dated changes; absent means the scenario's first.</summary>
    public string? Structure { get; init; }

    /// <summary>Gets the ids of the services, each with two teams or more; none means all such that lead a pathway.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Gets the posts to split, for one service named in <see cref="Services"/>: a whole number of its posts, one or more for each team. Absent means those there are.</summary>
    public Fte? Posts { get; init; }

    /// <summary>Gets the confidence of the comparison with the present split, for all services at once: from 0.5 to below 1.</summary>
    [Sourced(Standing.Judged, "The usual level.")]
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets the futures in which each split is looked at during the search: 12 or more.</summary>
    [Sourced(Standing.Judged, "The search has to find the place; the check says how good it is.")]
    public int SearchFutures { get; init; } = 24;

    /// <summary>Gets the fresh futures in which the split found is compared with the present one: 12 or more.</summary>
    [Sourced(Standing.Judged, "As many as a comparison has by default.")]
    public int CheckFutures { get; init; } = 100;
}
