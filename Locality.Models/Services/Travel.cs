namespace LocalitySim.Models;

/// <summary>Is how far and how fast workers travel from their base to a family.</summary>
public sealed record Travel
{
    /// <summary>Gets the mean speed door to door, parking included. Absent means that travel takes no time.</summary>
    [Sourced(Standing.Judged, "Urban driving with parking. Travel shares of 10 to 15 % are assumed for towns: check what a scenario gives.")]
    public KilometresPerHour? Speed { get; init; } = new(20);

    /// <summary>Gets the road distance over the straight-line distance: 1 or more.</summary>
    [Sourced(Standing.Literature, "Detour factors of 1.2 to 1.4 are usual in towns.")]
    public double DetourFactor { get; init; } = 1.3;

    /// <summary>Gets how many families are seen on one round trip: 1 or more.</summary>
    [Sourced(Standing.Judged, "Two visits on every second trip.")]
    public double VisitsPerTrip { get; init; } = 1.5;

    /// <summary>Gets the cost of one kilometre by car.</summary>
    [Sourced(Standing.Verified, "HMRC approved mileage rate of 45p a mile: £0.28 a kilometre.")]
    public Pounds CostPerKilometre { get; init; } = new(0.28);

    /// <summary>Gets how far above the team's lightest load, as a share of the points limit, a worker's may be and the case still go there because it is nearer. Zero sends every case to the lightest load, however far.</summary>
    [Sourced(Standing.Judged, "A tenth of the limit: a case or two. Who allocates looks at the map as well as at the list.")]
    public Share AllocationTolerance { get; init; } = new(0.10);
}
