namespace LocalitySim.Models;

/// <summary>Is a hub: services under one roof, to which families come.</summary>
/// <remarks>A contact at the hub saves the worker's road and costs the family's; the further the family, the more appointments are missed.</remarks>
public sealed record HubRules
{
    /// <summary>Gets the share of contacts that take place at the hub while it has room.</summary>
    [Sourced(Standing.Judged, "Half; home visits remain for children in need of protection.")]
    public Share ContactsAtHub { get; init; } = new(0.5);

    /// <summary>Gets the share of appointments at the hub that are missed by families next door. A missed appointment is made again.</summary>
    [Sourced(Standing.Judged, "About one in ten, as in community clinics.")]
    public Share Missed { get; init; } = new(0.10);

    /// <summary>Gets by how much that share grows with each kilometre of road to the hub: zero or more. It never exceeds one half.</summary>
    [Sourced(Standing.Judged, "One in a hundred for each kilometre.")]
    public double MissedPerKilometre { get; init; } = 0.01;

    /// <summary>Gets the rooms in which families are seen: above zero; absent means enough. A contact for which no room is left takes place at home.</summary>
    public int? Rooms { get; init; }

    /// <summary>Gets the hours a week that one room can be used.</summary>
    [Sourced(Standing.Judged, "Ten sessions of three hours.")]
    public HoursPerWeek RoomHours { get; init; } = new(30);

    /// <summary>Gets the desks: above zero; absent means enough. Workers without one keep the locality's other bases.</summary>
    public int? Desks { get; init; }

    /// <summary>Gets how many referrals walk in for each that comes otherwise, on pathways led by a universal or targeted service. It falls off with the distance.</summary>
    [Sourced(Standing.Judged, "None unless the scenario says so.")]
    public double WalkIn { get; init; }

    /// <summary>Gets the distance by road at which walk-in demand has fallen to a half, in kilometres: above zero.</summary>
    [Sourced(Standing.Judged, "A half hour's walk.")]
    public double WalkInHalvesAtKilometres { get; init; } = 2;

    /// <summary>Gets whether families are also seen at the locality's other bases, whichever is nearest: a hub with spokes. The hub is the first base.</summary>
    [Sourced(Standing.Judged, "South Gloucestershire 2010 plans one for a secondary school; otherwise none.")]
    public bool Spokes { get; init; }
}
