namespace LocalitySim.Models;

/// <summary>Is a dated change of a structure: exactly one of the changes below.</summary>
public sealed record PlanStep
{
    /// <summary>Gets the planned day: after the scenario's start.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Gets the mean time by which it comes late, exponentially distributed and drawn for each future: accommodation is often late. Absent means in time.</summary>
    public Days? MeanLateness { get; init; }

    /// <summary>Gets the change to another structure's localities.</summary>
    public Redraw? Redraw { get; init; }

    /// <summary>Gets the change of a locality's delivery model: the opening of a hub.</summary>
    public DeliveryChange? Delivery { get; init; }

    /// <summary>Gets the move of a base.</summary>
    public BaseMove? MoveBase { get; init; }

    /// <summary>Gets the move of posts.</summary>
    public PostMove? MovePosts { get; init; }

    /// <summary>Gets the end of a grant, and of the posts that it paid.</summary>
    public GrantEnd? EndGrant { get; init; }

    /// <summary>Gets new posts.</summary>
    public NewPosts? NewPosts { get; init; }

    /// <summary>Gets the sharing of staff anew.</summary>
    public Reallocation? Reallocate { get; init; }
}
