namespace LocalitySim.Models;

/// <summary>Is new posts, paid for with new money, that have to be recruited.</summary>
public sealed record NewPosts
{
    /// <summary>Gets the id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the posts: above zero.</summary>
    public required Fte Fte { get; init; }

    /// <summary>Gets the id of the locality that gets them; absent means the teams furthest below their share of need.</summary>
    public string? Locality { get; init; }

    /// <summary>Gets the mean time to recruit, exponentially distributed.</summary>
    [Sourced(Standing.Judged, "Three months from advertisement to start.")]
    public Days MeanRecruitment { get; init; } = new(91);
}
