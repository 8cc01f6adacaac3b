using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the question of how many posts waits take.</summary>
public sealed record StaffRequest
{
    /// <summary>Gets the target, for every team asked about.</summary>
    public required StaffTarget Target { get; init; }

    /// <summary>Gets the id of the structure, one without dated changes; absent means the scenario's first.</summary>
    public string? Structure { get; init; }

    /// <summary>Gets the ids of the services; none means all that lead a pathway. A service that only helps beside the lead is asked about its own waits.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Gets the confidence with which all teams meet the target at once: from 0.5 to below 1.</summary>
    [Sourced(Standing.Judged, "The usual level.")]
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets the day by which growing lists are to be cleared: after the warm-up, within the years simulated; absent means that relief is not asked about.</summary>
    public DateOnly? ClearBy { get; init; }

    /// <summary>Gets the most futures in which one combination of posts is looked at during the search: 12 or more.</summary>
    [Sourced(Standing.Judged, "The search has to find the place; the check says how good it is.")]
    public int SearchFutures { get; init; } = 30;

    /// <summary>Gets the fresh futures in which the answer is checked, each time anew: 12 or more.</summary>
    [Sourced(Standing.Judged, "As many as a comparison has by default.")]
    public int CheckFutures { get; init; } = 100;
}
