namespace LocalitySim.Models;

/// <summary>Is the posts of one team of a service.</summary>
public sealed record TeamPosts
{
    /// <summary>Gets the id of the locality, or the name of the upper-tier area, or <c>authority</c>.</summary>
    public required string Team { get; init; }

    /// <summary>Gets the posts, as a weight: they are scaled to the service's posts.</summary>
    public required Fte Fte { get; init; }
}
