using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the way of families to a locality's hub, and what follows from its length.</summary>
internal sealed class HubRoad
{
    /// <summary>The largest share of appointments that is missed.</summary>
    private const double MostMissed = 0.5;

    private readonly int[] points;
    private readonly TravelTimes travel;

    private HubRoad(HubRules rules, int[] points, TravelTimes travel)
    {
        Rules = rules;
        this.points = points;
        this.travel = travel;
    }

    internal HubRules Rules { get; }

    /// <summary>Makes the way to a locality's hub, at its first base, and with spokes to the nearest of its bases; null where it has no hub.</summary>
    internal static HubRoad? Of(Arrangement arrangement, int locality, TravelTimes travel)
    {
        int[] bases = arrangement.Map.BaseAreas[locality];
        return arrangement.Delivery[locality].Hub is { } rules ? new HubRoad(rules, rules.Spokes ? bases : bases[..1], travel) : null;
    }

    /// <summary>Returns the kilometres by road from an area to the nearest point of the hub and back.</summary>
    internal double RoundTripKilometres(int area) => points.Min(point => travel.RoundTripKilometres(point, area));

    /// <summary>Returns the share of appointments that families of an area miss: it grows with the road one way.</summary>
    internal double MissedShare(int area) =>
        Math.Min(MostMissed, Rules.Missed.Value + (Rules.MissedPerKilometre * RoundTripKilometres(area) / 2));

    /// <summary>Returns how many referrals walk in from an area for each that comes otherwise: it halves with each so many kilometres of road.</summary>
    internal double WalkIn(int area) => Rules.WalkIn > 0
        ? Rules.WalkIn * PortableMath.Pow(0.5, RoundTripKilometres(area) / 2 / Rules.WalkInHalvesAtKilometres)
        : 0;
}
