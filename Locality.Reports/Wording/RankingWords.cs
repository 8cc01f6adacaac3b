using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says in words what a ranking allows one to say.</summary>
internal static class RankingWords
{
    private const int MostNamed = 5;

    /// <summary>Reads one structure's place.</summary>
    internal static string Reading(StructureRanking ranking, RankedStructure item)
    {
        string place = item switch
        {
            { Rank: 1 } => ranking.End == RankingEnd.Chosen ? "chosen" : "best mean so far",
            { IsTied: true } => "no clear difference",
            { LessBest: { Lower: <= 0, Upper: >= 0 } } => "cannot be told",
            { IsWithinZone: true } => "worse, too little to matter",
            _ => "worse",
        };
        return item.IsInParetoSet ? $"{place}; not dominated" : place;
    }

    /// <summary>Writes a difference from the best.</summary>
    internal static string Less(Measure measure, RankedStructure item) =>
        NumberText.Of(new MeasureDifference(measure, item.LessBest.Mean, item.LessBest.Lower, item.LessBest.Upper, null, null));

    /// <summary>Returns the sentences under the table.</summary>
    internal static IEnumerable<string> Of(StructureRanking ranking)
    {
        RankedStructure best = ranking.Candidates[0];
        string name = best.Result.Structure.Name;
        string zone = ZoneOf(ranking);
        yield return ranking.End switch
        {
            RankingEnd.Chosen => $"Chosen: {name}. {Promise(ranking)}",
            RankingEnd.FuturesSpent => string.Create(CultureInfo.InvariantCulture, $"No choice: after {ranking.Ranking.MostFutures} futures structures within {zone} of each other are still in play. {name} has the best mean so far, without a guarantee."),
            RankingEnd.BudgetSpent => $"Without a promise: after {ranking.Simulated} futures over all structures, most of them where they tell most, {name} has the best mean ({best.Futures} futures of its own). The table's means are over the futures that all have met.",
            _ => $"Stopped early: {name} has the best mean of the {ranking.CommonFutures} futures that every structure has met, without a guarantee.",
        };
        int near = ranking.Candidates.Count(item => item.IsWithinZone);
        if (near > 1 && ranking.End == RankingEnd.Chosen)
        {
            string all = near == ranking.Candidates.Length ? $"All {near}" : $"{near} of {ranking.Candidates.Length}";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{all} structures are within {zone} of the best, with a confidence of {ranking.Ranking.Confidence} for all at once: {Reason(ranking.Ranking.Measure)} is no reason to choose among them.");
        }

        string[] undominated = [.. ranking.Candidates.Where(item => item.IsInParetoSet).Select(item => item.Result.Structure.Name)];
        if (undominated.Length <= MostNamed)
        {
            yield return $"Not dominated: {string.Join("; ", undominated)}.";
        }

        if (!best.DominatedBy.IsEmpty)
        {
            yield return $"{name} is dominated: {string.Join("; ", best.DominatedBy.Take(MostNamed))} {(best.DominatedBy.Length == 1 ? "is" : "are")} better on something else and not worse by enough to matter on anything.";
        }

        if (Ties(ranking) is { } ties)
        {
            yield return ties;
        }

        // Among many, a reader looks for those that the scenario itself names.
        RankedStructure[] own = [.. ranking.Candidates.Skip(1).Where(item => ranking.Scenario.Structures.Contains(item.Result.Structure))];
        foreach (RankedStructure item in own.Length < ranking.Candidates.Length - 1 ? own : [])
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{item.Result.Structure.Name}: rank {item.Rank} of {ranking.Candidates.Length}, {Less(ranking.Ranking.Measure, item)} {UnitOf(ranking.Ranking.Measure)} against the best; {Reading(ranking, item)}.");
        }

        int growing = ranking.Candidates.Count(item => item.Result.ListGrows);
        if (growing > 0)
        {
            yield return $"Growing lists: under {growing} of {ranking.Candidates.Length} structures the number of cases that wait still rises. Their waits are not those of a settled system.";
        }

        yield return "Less the best: intervals that hold for all structures at once with the confidence asked for; one that holds zero leaves it open. For the best itself, it is less the next. Best in: the share of resamples of these futures in which it has the best mean; no probability of the truth.";
        yield return "Not dominated means: no structure is better on one of wait, caseload spread, three or more workers, road, cost, set-up cost and children moved without being worse on another. Differences do not count up to 1.4 days, 1 point of spread, 0.5 points of workers and road, and £10,000.";
        yield return "Children moved: those whose locality in the end is not one of the scenario's first structure. A shorter wait may come of families who give up: compare lostBy180 too.";
        yield return ranking.Scenario.Uncertain.IsEmpty
            ? "Intervals and choice cover chance and the drift of demand, not doubt about the scenario's own figures."
            : UncertainWords.Covered(ranking.Scenario);
    }

    /// <summary>Says which structures cannot be told from the best; null if there are none.</summary>
    internal static string? Ties(StructureRanking ranking)
    {
        RankedStructure[] ties = [.. ranking.Candidates.Where(item => item.IsTied)];
        return ties.Length == 0
            ? null
            : $"No clear difference: {ties.Length} further {(ties.Length == 1 ? "structure" : "structures")} may be the best and {(ties.Length == 1 ? "has a mean" : "have means")} within {ZoneOf(ranking)} of it: {string.Join("; ", ties.Take(MostNamed).Select(item => item.Result.Structure.Name))}{(ties.Length > MostNamed ? "; and others" : "")}. Choose among them by what the table shows beside it.";
    }

    /// <summary>Says what the choice promises; empty if it promises nothing.</summary>
    internal static string Promise(StructureRanking ranking)
    {
        if (ranking.Guarantee is not { } guarantee)
        {
            return "";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"If one of the {guarantee.Systems} is better than every other by {ZoneOf(ranking)} or more, it is this one with a probability of at least {guarantee.Confidence} ({ProcedureOf(ranking.Ranking.Method)}; normal means of futures assumed). {OtherwiseOf(ranking.Ranking.Method)}");
    }

    private static string ProcedureOf(RankingMethod method) => method switch
    {
        RankingMethod.KimNelsonPlusPlus => "procedure KN++, whose promise is that of its limit for a small zone",
        RankingMethod.Tournament => "a knockout tournament",
        _ => "procedure KN",
    };

    /// <summary>Says what is chosen where no structure is the best by the zone.</summary>
    private static string OtherwiseOf(RankingMethod method) => method == RankingMethod.Tournament
        ? "If none is, a structure that differs too little to matter from the better one of its match may have gone on, and again in later rounds: look at less the best."
        : "If none is, the structure chosen is one of several that differ too little to matter.";

    private static string ZoneOf(StructureRanking ranking) => string.Create(CultureInfo.InvariantCulture, $"{ranking.Ranking.IndifferenceZone} {UnitOf(ranking.Ranking.Measure)}");

    /// <summary>Names the unit of a difference: of shares, percentage points.</summary>
    private static string UnitOf(Measure measure) => string.Equals(measure.Unit, "%", StringComparison.Ordinal) ? "percentage points" : measure.Unit;

    private static string Reason(Measure measure) => ReferenceEquals(measure, Measure.WaitToAllocation) ? "the mean wait" : "this measure";
}
