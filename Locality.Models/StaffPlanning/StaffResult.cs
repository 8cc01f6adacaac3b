using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the answer to how many posts waits take.</summary>
public sealed record StaffResult
{
    /// <summary>Gets the scenario as it was given.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets the structure.</summary>
    public required Structure Structure { get; init; }

    /// <summary>Gets the question.</summary>
    public required StaffRequest Request { get; init; }

    /// <summary>Gets how long was simulated, and from which seed.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets the teams, service by service.</summary>
    public required ImmutableArray<StaffedPosts> Posts { get; init; }

    /// <summary>Gets what the waits of all these teams together come to, in the last fresh futures; null where it was stopped before.</summary>
    public StaffWaits? Achieved { get; init; }

    /// <summary>Gets the scenario with the posts found written in, as its one structure; null where some are missing. Compare it under any seed.</summary>
    public Scenario? Staffed { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required StaffEnd End { get; init; }

    /// <summary>Gets how often posts were added because fresh futures did not show that they were enough.</summary>
    public required int Additions { get; init; }

    /// <summary>Gets how many futures the search simulated, over all combinations of posts.</summary>
    public required int SearchedFutures { get; init; }

    /// <summary>Gets in how many fresh futures the answer was looked at last; 0 where it was stopped before.</summary>
    public required int CheckedFutures { get; init; }

    /// <summary>Gets by how much the number of families who happened to come narrows the variances of the margins, at the median over teams: their ratio; null where none was estimated.</summary>
    public double? VarianceRatio { get; init; }
}
