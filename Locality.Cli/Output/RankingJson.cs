using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is a ranking as it is written in JSON.</summary>
internal sealed record RankingJson(
    RunManifest Manifest, string Method, string Measure, double IndifferenceZone, int CommonFutures, int Simulated, string End, ImmutableArray<RankingJson.CandidateJson> Candidates, RankingJson.GuaranteeJson? Guarantee)
{
    private static readonly ImmutableArray<(RankingMethod Method, string Name)> Methods =
        [(RankingMethod.KimNelson, "kn"), (RankingMethod.KimNelsonPlusPlus, "kn++"), (RankingMethod.Tournament, "tournament"), (RankingMethod.BudgetAllocation, "budget")];

    /// <summary>Gets the names of the procedures, as options and JSON have them.</summary>
    internal static IEnumerable<string> MethodNames => Methods.Select(item => item.Name);

    internal static RankingJson Of(StructureRanking ranking, RunManifest manifest) => new(
        manifest,
        Methods.First(item => item.Method == ranking.Ranking.Method).Name,
        ranking.Ranking.Measure.Name,
        ranking.Ranking.IndifferenceZone,
        ranking.CommonFutures,
        ranking.Simulated,
        EndOf(ranking.End),
        [.. ranking.Candidates.Select(item => new CandidateJson(
            item.Result.Structure.Id,
            [.. item.Result.Structure.Localities.Select(locality => new LocalityJson(locality.Id, locality.Areas))],
            item.Rank,
            [.. item.Result.Measures.Select(ComparisonJson.MeasureOf)],
            IntervalJson.Of(item.LessBest),
            item.ProbabilityBest,
            item.IsTied,
            item.IsWithinZone,
            item.IsInParetoSet,
            item.ChildrenMoved,
            item.Futures))],
        ranking.Guarantee is { } guarantee ? new GuaranteeJson(guarantee.Confidence, guarantee.IndifferenceZone, guarantee.Systems, RankingWords.Promise(ranking)) : null);

    /// <summary>Returns the procedure of a name; null if there is none.</summary>
    internal static RankingMethod? MethodOf(string name)
    {
        foreach ((RankingMethod method, string known) in Methods)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return method;
            }
        }

        return null;
    }

    private static string EndOf(RankingEnd end) => end switch
    {
        RankingEnd.Chosen => "chosen",
        RankingEnd.FuturesSpent => "futures-spent",
        RankingEnd.BudgetSpent => "budget-spent",
        _ => "stopped",
    };

    /// <summary>Is a structure in the ranking.</summary>
    internal sealed record CandidateJson(
        string Name,
        ImmutableArray<LocalityJson> Localities,
        int Rank,
        ImmutableArray<ComparisonJson.MeasureJson> Measures,
        IntervalJson LessBest,
        double ProbabilityBest,
        bool IsTied,
        bool IsWithinZone,
        bool InParetoSet,
        double ChildrenMoved,
        int Futures);

    /// <summary>Is a locality of a structure.</summary>
    internal sealed record LocalityJson(string Name, ImmutableArray<string> Areas);

    /// <summary>Is what the choice promises.</summary>
    internal sealed record GuaranteeJson(double Confidence, double IndifferenceZone, int Candidates, string Statement);
}
