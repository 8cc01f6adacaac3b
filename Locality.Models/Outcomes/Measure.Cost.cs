namespace LocalitySim.Models;

/// <content>The measures of travel, boundaries and money.</content>
public sealed partial class Measure
{
    /// <summary>Gets the hours on the road over paid hours.</summary>
    public static Measure TravelShare { get; } = new("travelShare", "Paid time on the road", "%", BetterWhen.Lower, "Travel hours over the paid hours of filled posts.") { Greatest = 100 };

    /// <summary>Gets the share of partners’ divisions that the structure cuts.</summary>
    public static Measure BoundariesCut { get; } = new("boundariesCut", "Partners’ divisions cut by a boundary", "%", BetterWhen.Lower, "For each partner, the share of its divisions that lie in more than one locality; the mean over partners, as the structure starts.") { Greatest = 100 };

    /// <summary>Gets the share of posts that agency workers hold.</summary>
    public static Measure AgencyShare { get; } = new("agencyShare", "Posts held by agency workers", "%", BetterWhen.Lower, "Full-time equivalents held by agency workers over those of all posts, monthly average.") { Greatest = 100 };

    /// <summary>Gets the recurrent cost of a year.</summary>
    public static Measure Cost { get; } = new("cost", "Recurrent cost", "£000 a year", BetterWhen.Lower, "Posts, front door, management, bases and planned mileage; set-up cost stands apart.");

    /// <summary>Gets the one-off cost of moving to the structure.</summary>
    public static Measure SetUpCost { get; } = new("setUpCost", "Set-up cost", "£000 once", BetterWhen.Lower, "What the scenario gives as one-off cost of the structure; zero where none is given.");
}
