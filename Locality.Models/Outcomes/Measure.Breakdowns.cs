namespace LocalitySim.Models;

/// <content>The measures that only parts of a structure have.</content>
public sealed partial class Measure
{
    /// <summary>Gets the children referred.</summary>
    public static Measure ChildrenReferred { get; } = new("childrenReferred", "Children referred", "children", BetterWhen.Neither, "Children of the referrals in the window, or in the month.");

    /// <summary>Gets the children accepted.</summary>
    public static Measure ChildrenAccepted { get; } = new("childrenAccepted", "Children accepted", "children", BetterWhen.Neither, "Children whose wait for a lead began in the window, or in the month; further tiers included.");

    /// <summary>Gets the mean number of children on lists.</summary>
    public static Measure ChildrenWaiting { get; } = new("childrenWaiting", "Children on waiting lists", "children", BetterWhen.Lower, "Monthly average of the children whose case, or whose request for a further service, stands on a list; a child on two lists counts twice.");

    /// <summary>Gets the posts.</summary>
    public static Measure Posts { get; } = new("posts", "Posts", "FTE", BetterWhen.Neither, "Posts, filled or not, monthly average; a locality’s are those with their base there.");

    /// <summary>Gets the points per full-time equivalent of those who serve an area.</summary>
    public static Measure AreaCaseload { get; } = new("areaCaseload", "Points per full-time worker", "points", BetterWhen.Neither, "Points held by, or waiting for, the teams that serve the area, over their filled full-time equivalents, both summed over the monthly looks; a team counts in full for each of its areas.");

    /// <summary>Gets the share of need.</summary>
    public static Measure NeedShare { get; } = new("needShare", "Share of need", "%", BetterWhen.Neither, "Children × IDACI^γ over that of all areas.") { Greatest = 100 };

    /// <summary>Gets the share of capacity.</summary>
    public static Measure CapacityShare { get; } = new("capacityShare", "Share of capacity", "%", BetterWhen.Neither, "Posts that serve the areas over all posts, monthly average; a team’s posts count for its areas by their need.") { Greatest = 100 };

    /// <summary>Gets the indicative budget.</summary>
    public static Measure IndicativeBudget { get; } = new("indicativeBudget", "Indicative budget", "£000 a year", BetterWhen.Neither, "Recurrent cost of the structure × share of need.");

    /// <summary>Gets the recurrent cost.</summary>
    public static Measure ActualCost { get; } = new("actualCost", "Recurrent cost there", "£000 a year", BetterWhen.Neither, "Posts by the areas that they serve; the managers and bases of the locality; front door and mileage by need. Over all localities, the structure’s recurrent cost.");
}
