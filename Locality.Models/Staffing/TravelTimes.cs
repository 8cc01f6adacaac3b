namespace LocalitySim.Models;

/// <summary>Gives distances and travel times between a base and the families of an area.</summary>
internal sealed class TravelTimes
{
    private readonly double[,] kilometres;
    private readonly Travel travel;

    /// <summary>Makes the table.</summary>
    /// <param name="place">The areas.</param>
    /// <param name="travel">How workers travel.</param>
    /// <param name="from">The structure from whose bases families are visited, in the mean over those of their locality; absent means from the worker's own base.</param>
    internal TravelTimes(Place place, Travel travel, StructureMap? from = null)
    {
        this.travel = travel;
        int count = place.Areas.Length;
        kilometres = new double[count, count];
        for (int start = 0; start < count; start++)
        {
            for (int to = 0; to < count; to++)
            {
                kilometres[start, to] = 2 * travel.DetourFactor * StraightKilometres(place.Areas[start], place.Areas[to]);
            }
        }

        if (from is not null)
        {
            FromBasesOf(from);
        }
    }

    /// <summary>Gets how far above the lightest load a nearer worker's may be, as a share of the limit.</summary>
    internal double AllocationTolerance => travel.AllocationTolerance.Value;

    /// <summary>Returns the kilometres by road from a base in one area to a family in another and back.</summary>
    internal double RoundTripKilometres(int baseArea, int homeArea) => kilometres[baseArea, homeArea];

    /// <summary>Returns the hours that one visit takes on the road: a round trip over the visits of a trip.</summary>
    internal double HoursPerVisit(int baseArea, int homeArea) =>
        travel.Speed is { } speed ? kilometres[baseArea, homeArea] / (speed.Value * travel.VisitsPerTrip) : 0;

    private void FromBasesOf(StructureMap structure)
    {
        int count = structure.LocalityOfArea.Length;
        for (int to = 0; to < count; to++)
        {
            double mean = structure.BaseAreas[structure.LocalityOfArea[to]].Average(start => kilometres[start, to]);
            for (int start = 0; start < count; start++)
            {
                kilometres[start, to] = mean;
            }
        }
    }

    /// <summary>Returns the root mean square distance from an area's centre to families spread evenly over a disc of the other area's size.</summary>
    /// <remarks>For a disc of size A about a point at distance d, the mean square distance is d² + A ÷ 2π.</remarks>
    private static double StraightKilometres(Area from, Area to)
    {
        double east = (to.EastingMetres - from.EastingMetres) / 1000;
        double north = (to.NorthingMetres - from.NorthingMetres) / 1000;
        return Math.Sqrt((east * east) + (north * north) + (to.SquareKilometres / (2 * Math.PI)));
    }
}
