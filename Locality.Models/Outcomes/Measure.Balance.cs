namespace LocalitySim.Models;

/// <content>The measures of how work is shared.</content>
public sealed partial class Measure
{
    /// <summary>Gets the spread of points per full-time equivalent over workers.</summary>
    public static Measure CaseloadSpread { get; } = new("caseloadSpread", "Spread of caseloads over workers (CV)", "%", BetterWhen.Lower, "Standard deviation over mean of points per full-time equivalent, over filled posts, each with the weight of its size, monthly average.");

    /// <summary>Gets the heaviest caseload over the mean.</summary>
    public static Measure CaseloadMax { get; } = new("caseloadMax", "Heaviest caseload over the mean", "times", BetterWhen.Lower, "Largest points per full-time equivalent over all points per all full-time equivalents, over filled posts, monthly average.");

    /// <summary>Gets the Gini coefficient of points per full-time equivalent over areas.</summary>
    public static Measure AreaGini { get; } = new("areaGini", "Inequality of load over areas (Gini)", "", BetterWhen.Neither, "Gini coefficient over areas, weighted by children, of points held or waiting per filled full-time equivalent of the area's locality, monthly average. It falls by itself where localities merge, and is zero where there is one: no merit of a merger.") { Greatest = 1 };

    /// <summary>Gets how far the areas’ shares of capacity are from their shares of need.</summary>
    public static Measure NeedCapacityGap { get; } = new("needCapacityGap", "Gap between need and capacity over areas", "%", BetterWhen.Lower, "Half the sum over areas of the absolute difference between an area’s share of capacity and its share of need, monthly average: the share of posts that would have to move. A team’s posts count for its areas by their need.") { Greatest = 100 };

    /// <summary>Gets the children held per full-time equivalent.</summary>
    public static Measure CasesPerFte { get; } = new("casesPerFte", "Children per full-time worker", "children", BetterWhen.Neither, "Children in the cases that workers hold over filled full-time equivalents, monthly average: as in published caseloads, each child of a family counts.");

    /// <summary>Gets hours required over hours available.</summary>
    public static Measure Load { get; } = new("load", "Hours required over hours available", "%", BetterWhen.Lower, "Hours that the open cases require at the nominal pace, over the hours that holders at work have for cases; may exceed 100.");

    /// <summary>Gets the share of paid hours that no case gets.</summary>
    public static Measure OtherHours { get; } = new("otherHours", "Paid hours outside casework", "%", BetterWhen.Neither, "Paid hours of filled posts that are not for cases: training and meetings, duty, supervision, sittings and other work, monthly average. Leave, sickness and a duty rota come on top.") { Greatest = 100 };
}
