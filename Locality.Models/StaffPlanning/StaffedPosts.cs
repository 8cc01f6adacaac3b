using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the posts of one team, as they are and as they would have to be.</summary>
public sealed record StaffedPosts
{
    /// <summary>Gets the team's name: a locality's id, an upper-tier area's name, or <c>authority</c>.</summary>
    public required string Locality { get; init; }

    /// <summary>Gets the service's id.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the posts there are, in full-time equivalents.</summary>
    public required Fte PresentFte { get; init; }

    /// <summary>Gets the least posts found, in full-time equivalents; null where none was found.</summary>
    public required Fte? Fte { get; init; }

    /// <summary>Gets the load with the posts there are: 1 or more is overload.</summary>
    public required double Load { get; init; }

    /// <summary>Gets what waits come to with the posts there are, in the fresh futures; null where it was stopped before.</summary>
    public StaffWaits? Present { get; init; }

    /// <summary>Gets by how many cases a month the list grows with the posts there are, in the same futures, with an interval that holds for all teams at once; null where it was stopped before.</summary>
    public Interval? ListGrowth { get; init; }

    /// <summary>Gets what waits come to with the posts found, in the last fresh futures; null where it was stopped before.</summary>
    public StaffWaits? Achieved { get; init; }

    /// <summary>Gets whether those futures show that the target is met, at the team's part of the joint confidence.</summary>
    public bool IsShown { get; init; }

    /// <summary>Gets what the search saw of one post fewer, as a margin over the target; null where it did not look.</summary>
    public CapacityEstimate? OneFewer { get; init; }

    /// <summary>Gets what the greatest number of posts came to, where even that was not enough; null elsewhere.</summary>
    public CapacityEstimate? AtMost { get; init; }

    /// <summary>Gets what would clear the list by the date asked about; null where none was asked about, or the list does not grow.</summary>
    public StaffRelief? Relief { get; init; }

    /// <summary>Gets whether theory gives the team's waits exactly: it is a queue M/M/c.</summary>
    public bool IsExact { get; init; }

    /// <summary>Gets whether the list grows with the posts there are: the load is 1 or more, or the interval of the growth lies above zero.</summary>
    public bool IsOverloaded => Load >= 1 || ListGrowth?.Lower > 0;
}
