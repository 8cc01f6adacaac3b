using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a yearly figure of an authority's children that is forecast, as a rate per 10,000 children.</summary>
/// <param name="Name">The name in options and files.</param>
/// <param name="Label">The name that people read.</param>
/// <param name="Series">The series of the panel.</param>
public sealed record NeedTarget(string Name, string Label, string Series)
{
    /// <summary>Gets referrals to social care in the year to 31 March.</summary>
    public static NeedTarget Referrals { get; } = new("referrals", "Referrals", "referrals");

    /// <summary>Gets children in need at 31 March.</summary>
    public static NeedTarget InNeed { get; } = new("inNeed", "In need at 31 March", "children in need");

    /// <summary>Gets episodes of need that start in the year.</summary>
    public static NeedTarget InNeedStarts { get; } = new("inNeedStarts", "In-need starts", "in-need starts");

    /// <summary>Gets section 47 enquiries in the year.</summary>
    public static NeedTarget Section47 { get; } = new("section47", "Section 47 enquiries", "section 47 enquiries");

    /// <summary>Gets children with a protection plan at 31 March.</summary>
    public static NeedTarget ProtectionPlans { get; } = new("protectionPlans", "Protection plans", "protection plans");

    /// <summary>Gets all targets, in the order of tables.</summary>
    public static ImmutableArray<NeedTarget> All { get; } = [Referrals, InNeed, InNeedStarts, Section47, ProtectionPlans];

    /// <summary>Returns the target of a name; null where there is none.</summary>
    /// <param name="name">The name.</param>
    public static NeedTarget? Named(string name) => All.FirstOrDefault(target => string.Equals(target.Name, name, StringComparison.Ordinal));
}
