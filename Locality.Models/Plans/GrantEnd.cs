namespace LocalitySim.Models;

/// <summary>Is the end of a grant: the posts that it paid go, and their cases are given to others.</summary>
public sealed record GrantEnd
{
    /// <summary>Gets the id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the posts: above zero.</summary>
    public required Fte Fte { get; init; }

    /// <summary>Gets the id of the locality that loses them; absent means the teams with the most posts.</summary>
    public string? Locality { get; init; }
}
