using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what every replication of one structure has in common: posts, map, calendar, travel and laws. Immutable, and so shared between threads.</summary>
internal sealed class StructureBasis
{
    internal StructureBasis(Scenario scenario, Structure structure, FreedMoney freedMoney, double years)
    {
        Scenario = scenario;
        Structure = structure;
        Days = (int)Math.Ceiling(years * 365.25);

        // Working time is asked for a while past the end, by delays that reach beyond it. Bank holidays are known to the end only,
        // so working days are averaged up to there, over a year at least: a short run must not take its season for the year.
        Calendar = new WorkingCalendar(scenario.Calendar, scenario.Start, Days + 1500, Math.Max(Days, 366));
        Demand = new DemandBasis(
            NeedShares.ByDeprivation(scenario.Place, scenario.Demand.DeprivationExponent),
            DemandLevels.Shape(scenario, Calendar, Days));
        Map = new StructureMap(structure, scenario.Place);
        Travel = new TravelTimes(scenario.Place, scenario.Travel);
        double bought = Budget.BoughtFte(scenario, structure, freedMoney);
        Posts = Establishment.Posts(scenario, structure, bought);
        Cost = Budget.Cost(scenario, structure, bought);
        BoughtFte = bought;
        Laws = [.. scenario.Pathways.Select(pathway => new PathwayLaws(scenario, pathway))];
    }

    internal Scenario Scenario { get; }

    internal Structure Structure { get; }

    /// <summary>Gets the days simulated.</summary>
    internal int Days { get; }

    internal WorkingCalendar Calendar { get; }

    internal DemandBasis Demand { get; }

    internal StructureMap Map { get; }

    internal TravelTimes Travel { get; }

    internal List<Post> Posts { get; }

    internal YearlyCost Cost { get; }

    /// <summary>Gets the full-time equivalents that freed money buys.</summary>
    internal double BoughtFte { get; }

    internal PathwayLaws[] Laws { get; }
}
