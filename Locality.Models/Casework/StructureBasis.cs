namespace LocalitySim.Models;

/// <summary>Is what every replication of one structure has in common: the first arrangement, calendar, travel and laws. Immutable, and so shared between threads.</summary>
internal sealed class StructureBasis
{
    internal StructureBasis(Scenario scenario, Structure structure, FreedMoney freedMoney, double years)
    {
        Scenario = scenario;
        Structure = structure;
        FreedMoney = freedMoney;
        Days = (int)Math.Ceiling(years * 365.25);

        // Working time is asked for a while past the end, by delays that reach beyond it. Bank holidays are known to the end only,
        // so working days are averaged up to there, over a year at least: a short run must not take its season for the year.
        Calendar = new WorkingCalendar(scenario.Calendar, scenario.Start, Days + 1500, Math.Max(Days, 366));
        Demand = DemandBasis.Of(scenario, Calendar, Days);
        Travel = new TravelTimes(scenario.Place, scenario.Travel);
        BoughtFte = Budget.BoughtFte(scenario, structure, freedMoney);
        Arrangement = Arrangement.Of(scenario, structure, BoughtFte);
        Cost = Budget.Cost(Arrangement);
        Laws = [.. scenario.Pathways.Select(pathway => new PathwayLaws(scenario, pathway))];
    }

    internal Scenario Scenario { get; }

    internal Structure Structure { get; }

    /// <summary>Gets what is done with freed money.</summary>
    internal FreedMoney FreedMoney { get; }

    /// <summary>Gets the days simulated.</summary>
    internal int Days { get; }

    internal WorkingCalendar Calendar { get; }

    internal DemandBasis Demand { get; }

    internal TravelTimes Travel { get; }

    /// <summary>Gets the arrangement in force on the first day.</summary>
    internal Arrangement Arrangement { get; }

    internal YearlyCost Cost { get; }

    /// <summary>Gets the full-time equivalents that freed money buys.</summary>
    internal double BoughtFte { get; }

    internal PathwayLaws[] Laws { get; }
}
