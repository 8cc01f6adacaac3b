namespace LocalitySim.Models;

/// <summary>Gives distances and travel times between a base and the families of an area.</summary>
internal sealed class TravelTimes
{
    private readonly double[,] kilometres;
    private readonly Travel travel;

    /// <summary>Makes the table.</summary>
    internal TravelTimes(Place place, Travel travel)
    {
        this.travel = travel;
        int count = place.Areas.Length;
        kilometres = new double[count, count];
        for (int from = 0; from < count; from++)
        {
            for (int to = 0; to < count; to++)
            {
                kilometres[from, to] = 2 * travel.DetourFactor * StraightKilometres(place.Areas[from], place.Areas[to]);
            }
        }
    }

    /// <summary>Gets how far above the lightest load a nearer worker's may be, as a share of the limit.</summary>
    internal double AllocationTolerance => travel.AllocationTolerance.Value;

    /// <summary>Returns the kilometres by road from a base in one area to a family in another and back.</summary>
    internal double RoundTripKilometres(int baseArea, int homeArea) => kilometres[baseArea, homeArea];

    /// <summary>Returns the hours that one visit takes on the road: a round trip over the visits of a trip.</summary>
    internal double HoursPerVisit(int baseArea, int homeArea) =>
        travel.Speed is { } speed ? kilometres[baseArea, homeArea] / (speed.Value * travel.VisitsPerTrip) : 0;

    /// <summary>Returns the root mean square distance from an area's centre to families spread evenly over a disc of the other area's size.</summary>
    /// <remarks>For a disc of size A about a point at distance d, the mean square distance is d² + A ÷ 2π.</remarks>
    private static double StraightKilometres(Area from, Area to)
    {
        double east = (to.EastingMetres - from.EastingMetres) / 1000;
        double north = (to.NorthingMetres - from.NorthingMetres) / 1000;
        return Math.Sqrt((east * east) + (north * north) + (to.SquareKilometres / (2 * Math.PI)));
    }
}
