namespace LocalitySim.Models;

/// <content>The measures that exist to be compared with observed figures.</content>
public sealed partial class Measure
{
    /// <summary>Gets the children in cases that workers hold.</summary>
    internal static Measure ChildrenHeld { get; } = new("childrenHeld", "Children in cases held", "children", BetterWhen.Neither, "Children in the cases and requests for help that workers hold, monthly average; a service’s are those that its workers hold. A child with two workers counts for each.");

    /// <summary>Gets the children whose cases close.</summary>
    internal static Measure ChildrenClosed { get; } = new("childrenClosed", "Children whose case closes", "children", BetterWhen.Neither, "Children of the cases that end after casework in the window, those open at the start included; by the pathway on which the referral came or the tier began.");
}
