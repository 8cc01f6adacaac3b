using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Says in words what a ranking allows one to say.</summary>
internal static class RankingWords
{
    private const int MostNamed = 5;

    /// <summary>Reads one structure's place.</summary>
    internal static string Reading(RankedStructure item)
    {
        string place = item switch
        {
            { Rank: 1 } => "chosen",
            { IsTied: true } => "no clear difference",
            _ when MayBeBest(item) => "may be best",
            { IsWithinZone: true } => "worse, too little to matter",
            _ => "worse",
        };
        return item.IsInParetoSet ? $"{place}; not dominated" : place;
    }

    /// <summary>Returns the sentences under the table.</summary>
    internal static IEnumerable<string> Of(StructureRanking ranking)
    {
        RankedStructure best = ranking.Candidates[0];
        string name = best.Result.Structure.Name;
        Measure measure = ranking.Ranking.Measure;
        string unit = measure.Unit.Length == 0 ? "" : $" {measure.Unit}";
        yield return ranking.End switch
        {
            RankingEnd.Chosen => $"Chosen: {name}. {Promise(ranking)}",
            RankingEnd.FuturesSpent => string.Create(CultureInfo.InvariantCulture, $"No choice: after {ranking.Ranking.MostFutures} futures structures within {ranking.Ranking.IndifferenceZone}{unit} of each other are still in play. {name} has the best mean so far, without a guarantee."),
            _ => $"Stopped early: {name} has the best mean of the {ranking.CommonFutures} futures that every structure has met, without a guarantee.",
        };
        int near = ranking.Candidates.Count(item => item.IsWithinZone);
        if (near > 1)
        {
            string all = near == ranking.Candidates.Length ? $"All {near}" : $"{near} of {ranking.Candidates.Length}";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{all} structures are within {ranking.Ranking.IndifferenceZone}{unit} of the best, with a confidence of {ranking.Ranking.Confidence} for all at once: {Reason(measure)} is no reason to choose among them.");
        }

        string[] undominated = [.. ranking.Candidates.Where(item => item.IsInParetoSet).Select(item => item.Result.Structure.Name)];
        if (undominated.Length <= MostNamed)
        {
            yield return $"Not dominated: {string.Join("; ", undominated)}.";
        }

        RankedStructure[] ties = [.. ranking.Candidates.Where(item => item.IsTied)];
        if (ties.Length > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"No clear difference: {ties.Length} further {(ties.Length == 1 ? "structure" : "structures")} may be the best and {(ties.Length == 1 ? "is" : "are")} within {ranking.Ranking.IndifferenceZone}{unit} of it: {string.Join("; ", ties.Take(MostNamed).Select(item => item.Result.Structure.Name))}{(ties.Length > MostNamed ? "; and others" : "")}. Choose among them by what the table shows beside the wait.");
        }

        foreach (RankedStructure item in ranking.Candidates.Skip(1).Where(item => ranking.Scenario.Structures.Contains(item.Result.Structure)))
        {
            string less = NumberText.Of(new MeasureDifference(measure, item.LessBest.Mean, item.LessBest.Lower, item.LessBest.Upper, null, null));
            yield return string.Create(CultureInfo.InvariantCulture, $"{item.Result.Structure.Name}: rank {item.Rank} of {ranking.Candidates.Length}, {less}{unit} against the best other; {Reading(item)}.");
        }

        yield return "Less the best other: intervals that hold for all structures at once with the confidence asked for; one that reaches zero leaves it open. Best in: the share of resamples of these futures in which it has the best mean; no probability of the truth.";
        yield return "Not dominated means: no structure is better on one of wait, caseload spread, three or more workers, road, cost and children moved without being worse on another. Differences too small to matter do not count.";
        yield return "Intervals and choice cover chance and the drift of demand, not doubt about the scenario's own figures.";
    }

    /// <summary>Says what the choice promises; empty if it promises nothing.</summary>
    internal static string Promise(StructureRanking ranking)
    {
        if (ranking.Guarantee is not { } guarantee)
        {
            return "";
        }

        Measure measure = ranking.Ranking.Measure;
        string unit = measure.Unit.Length == 0 ? "" : $" {measure.Unit}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"If one of the {guarantee.Systems} is better than every other by {guarantee.IndifferenceZone}{unit} or more, it is this one with a probability of at least {guarantee.Confidence} (procedure KN; normal means of futures assumed). If none is, the structure chosen is one of several that differ too little to matter.");
    }

    private static string Reason(Measure measure) => ReferenceEquals(measure, Measure.WaitToAllocation) ? "the mean wait" : "this measure";

    private static bool MayBeBest(RankedStructure item) => item.LessBest is { Lower: < 0, Upper: > 0 };
}
