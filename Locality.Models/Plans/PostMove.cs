namespace LocalitySim.Models;

/// <summary>Is the move of posts from one locality or service to another. The holders move with posts that keep their service; a post that changes service is filled anew.</summary>
public sealed record PostMove
{
    /// <summary>Gets the id of the service that gives the posts up.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the posts: above zero.</summary>
    public required Fte Fte { get; init; }

    /// <summary>Gets the id of the locality that gives them up; absent means the teams with the most posts.</summary>
    public string? From { get; init; }

    /// <summary>Gets the id of the locality that gets them; absent means the teams furthest below their share of need.</summary>
    public string? To { get; init; }

    /// <summary>Gets the id of the service that gets them; absent means the same.</summary>
    public string? ToService { get; init; }

    /// <summary>Gets the mean time to recruit where the service changes, exponentially distributed.</summary>
    [Sourced(Standing.Judged, "Three months from advertisement to start.")]
    public Days MeanRecruitment { get; init; } = new(91);
}
