namespace LocalitySim.Models;

/// <summary>Says how a service's posts are shared among its teams.</summary>
public enum StaffingRule
{
    /// <summary>In proportion to the need of the areas, children × IDACI^γ with the planner's γ.</summary>
    ByNeed,

    /// <summary>In proportion to the number of children.</summary>
    ByChildren,

    /// <summary>As posts are shared among areas today: in proportion to <see cref="Area.PostsToday"/>, which every area must have.</summary>
    AsToday,

    /// <summary>The same to every team.</summary>
    Equally,

    /// <summary>Posts stay with the areas that they serve in the first structure: a merger unites their posts and moves none.</summary>
    AsBaseline,

    /// <summary>As <see cref="ServicePlacement.Posts"/> lists them, team by team.</summary>
    Explicit,
}
