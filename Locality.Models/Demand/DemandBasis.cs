namespace LocalitySim.Models;

/// <summary>Is what every future of demand has in common.</summary>
/// <param name="NeedShares">Each area's share of need as planners see it, adding up to 1.</param>
/// <param name="PathwayShares">By pathway, each area's share of its referrals.</param>
/// <param name="Shapes">By pathway, the factor of each day, with mean 1.</param>
internal sealed record DemandBasis(double[] NeedShares, double[][] PathwayShares, double[][] Shapes)
{
    /// <summary>Makes the basis of a scenario.</summary>
    internal static DemandBasis Of(Scenario scenario, WorkingCalendar calendar, int days)
    {
        double exponent = scenario.Demand.DeprivationExponent;
        return new DemandBasis(
            LocalitySim.Models.NeedShares.ByDeprivation(scenario.Place, exponent),
            [.. scenario.Pathways.Select(pathway => LocalitySim.Models.NeedShares.ByDeprivation(scenario.Place, pathway.DeprivationExponent ?? exponent))],
            [.. scenario.Pathways.Select(pathway => DemandLevels.Shape(scenario, pathway, calendar, days))]);
    }
}
