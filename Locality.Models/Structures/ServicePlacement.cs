using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is how one structure places a service, where that differs from the service's own rule.</summary>
public sealed record ServicePlacement
{
    /// <summary>Gets the id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Gets how widely one team works; absent means as the service says.</summary>
    public Deployment? Deployment { get; init; }

    /// <summary>Gets how posts are shared among the teams; absent means as the service says.</summary>
    public StaffingRule? Sharing { get; init; }

    /// <summary>Gets the posts of each team, for <see cref="StaffingRule.Explicit"/>; teams that are not named have none.</summary>
    public ImmutableArray<TeamPosts> Posts { get; init; } = [];
}
