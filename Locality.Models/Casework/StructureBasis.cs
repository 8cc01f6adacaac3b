using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what every replication of one structure has in common: the first arrangement, calendar, travel and laws. Immutable, and so shared between threads.</summary>
internal sealed class StructureBasis
{
    private readonly Scenario given;
    private readonly double years;
    private readonly (Structure From, double Years)? branch;

    /// <summary>Makes the basis.</summary>
    /// <param name="given">The scenario.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="freedMoney">What is done with freed money.</param>
    /// <param name="years">The years simulated from the scenario's start.</param>
    /// <param name="branch">The structure that runs before the start, and for how many years; absent means that the run begins at the start.</param>
    internal StructureBasis(Scenario given, Structure structure, FreedMoney freedMoney, double years, (Structure From, double Years)? branch = null)
    {
        this.given = given;
        this.years = years;
        this.branch = branch;

        // The years before the start are years like any other: what is dated stays on its date.
        BranchDay = (int)Math.Round((branch?.Years ?? 0) * 365.25);
        Scenario scenario = BranchDay == 0 ? given : given with { Start = given.Start.AddDays(-BranchDay) };
        Scenario = scenario;
        Structure = structure;
        FreedMoney = freedMoney;
        Days = BranchDay + (int)Math.Ceiling(years * 365.25);

        // Working time is asked for a while past the end, by delays that reach beyond it. Bank holidays are known to the end only,
        // so working days are averaged up to there, over a year at least: a short run must not take its season for the year.
        Calendar = new WorkingCalendar(scenario.Calendar, scenario.Start, Days + 1500, Math.Max(Days, 366));
        Demand = DemandBasis.Of(scenario, Calendar, Days);
        Travel = new TravelTimes(scenario.Place, scenario.Travel, RoadsOf(scenario, structure) is { } roads ? new StructureMap(roads, scenario.Place) : null);
        BoughtFte = Budget.BoughtFte(scenario, structure, freedMoney);
        Arrangement = Arrangement.Of(scenario, structure, BoughtFte);
        First = branch is { } before && BranchDay > 0 ? Arrangement.Of(scenario, before.From, Budget.BoughtFte(scenario, before.From, freedMoney)) : Arrangement;
        Steps = [.. structure.Steps, .. RollOutSteps.Of(structure, NeedPerChild)];
        BoughtInTheEnd = Steps.LastOrDefault(step => step.Redraw is not null)?.Redraw is { } redraw
            ? Budget.BoughtFte(scenario, scenario.Structure(redraw.To), freedMoney)
            : BoughtFte;
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

    /// <summary>Gets the arrangement with which the structure starts.</summary>
    internal Arrangement Arrangement { get; }

    /// <summary>Gets the arrangement in force on the first day: another structure's where this one branches off later.</summary>
    internal Arrangement First { get; }

    /// <summary>Gets the day on which the structure takes over; 0 if it is there from the first day on.</summary>
    internal int BranchDay { get; }

    /// <summary>Gets the dated changes, those of a roll-out after the others. Their places in this list are their numbers.</summary>
    internal ImmutableArray<PlanStep> Steps { get; }

    internal YearlyCost Cost { get; }

    /// <summary>Gets the full-time equivalents that freed money buys at the start.</summary>
    internal double BoughtFte { get; }

    /// <summary>Gets the full-time equivalents that freed money buys once every redraw has come.</summary>
    internal double BoughtInTheEnd { get; }

    internal PathwayLaws[] Laws { get; }

    /// <summary>Returns the basis of the same structure under other figures.</summary>
    internal StructureBasis Under(Scenario other) => new(other, Structure, FreedMoney, years, branch);

    /// <summary>Returns the basis of one future: this one, unless the scenario draws figures anew in each.</summary>
    internal StructureBasis InFuture(ulong seed, int replication) =>
        given.Uncertain.IsEmpty ? this : Under(FigureDraws.Of(given, seed, replication));

    /// <summary>Returns the structure from whose bases the hybrid, or the one that a redraw brings, is visited.</summary>
    private static Structure? RoadsOf(Scenario scenario, Structure structure) => structure.Variation is { } variation
        ? variation.RoadsOf
        : structure.Steps.Select(step => step.Redraw).OfType<Redraw>().Select(redraw => scenario.Structure(redraw.To).Variation?.RoadsOf).LastOrDefault();

    private double NeedPerChild(Locality locality)
    {
        double need = 0;
        double children = 0;
        for (int area = 0; area < Demand.NeedShares.Length; area++)
        {
            if (locality.Areas.Contains(Scenario.Place.Areas[area].Name, StringComparer.Ordinal))
            {
                need += Demand.NeedShares[area];
                children += Scenario.Place.Areas[area].Children;
            }
        }

        return children > 0 ? need / children : 0;
    }
}
