using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a front door at work: one access point, or several among which its posts are shared by the work that they do.</summary>
internal sealed class FrontDoorSite
{
    private readonly AccessPoint[] points;
    private readonly int primary;

    internal FrontDoorSite(Simulator simulator, WorkingCalendar calendar, FrontDoor rules, double fte)
    {
        Rules = rules;
        Fte = fte;
        if (rules.AccessPoints.IsEmpty)
        {
            points = [new AccessPoint(simulator, calendar, rules, fte)];
            return;
        }

        primary = AccessWork.PrimaryOf(rules);
        Shares = new CategoricalDistribution([.. rules.AccessPoints.Select(point => point.Share.Value)]);
        points = [.. rules.AccessPoints.Select((point, index) =>
            new AccessPoint(simulator, calendar, rules, fte * AccessWork.PostShare(rules, index), point.HoursFactor))];
    }

    internal FrontDoor Rules { get; }

    /// <summary>Gets the posts of all access points together, in full-time equivalents.</summary>
    internal double Fte { get; }

    /// <summary>Gets the law of the access point that a contact comes through; null where there is only the front door itself.</summary>
    internal CategoricalDistribution? Shares { get; }

    /// <summary>Gets the access points, in the order of the rules; one where the rules name none.</summary>
    internal IReadOnlyList<AccessPoint> AccessPoints => points;

    /// <summary>Gets the access point to which misdirected contacts are passed on.</summary>
    internal AccessPoint Primary => points[primary];

    /// <summary>Tells whether an access point is the one to which misdirected contacts are passed on.</summary>
    internal bool IsPrimary(int index) => index == primary;
}
