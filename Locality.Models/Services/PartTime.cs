namespace LocalitySim.Models;

/// <summary>Says how many posts of a service are part-time.</summary>
public sealed record PartTime
{
    /// <summary>Gets the share of posts, by heads, that are part-time.</summary>
    public required Share Share { get; init; }

    /// <summary>Gets the size of a part-time post over that of a full one: above zero.</summary>
    [Sourced(Standing.Judged, "Three days a week.")]
    public Share Size { get; init; } = new(0.6);
}
