using System.Collections.Immutable;
using LocalitySim.Models;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Makes the tables of a ranking.</summary>
public static class RankingTables
{
    /// <summary>Makes the tables: the candidates by rank, each measure of each, and which area is in which locality.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables. What the choice promises stands in the notes.</returns>
    public static TidyTables Of(StructureRanking ranking, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(manifest);
        return new TidyTables
        {
            Manifest = manifest,
            Question = ranking.Scenario.Question,
            Notes = [.. RankingWords.Of(ranking)],
            Tables =
            [
                new TidyTable("candidates", "The structures by rank", Columns, Candidates(ranking)),
                new TidyTable("measures", "Each measure of each candidate, over the futures that all have met", [Rank, .. ResultColumns.Structure, .. ResultColumns.Measure, .. Interval("", "", "over futures, in the row's unit")], Measures(ranking)),
                LocalitiesTable.Of(ranking.Candidates.Select(item => item.Result.Structure)),
            ],
        };
    }

    private static TidyColumn Rank { get; } = Whole("rank", "The place in the ranking, from 1.");

    private static ImmutableArray<TidyColumn> Columns { get; } =
    [
        Rank, .. ResultColumns.Structure, .. ResultColumns.Measure, .. Interval("", "", "of the measure that is ranked by, in the row's unit"),
        .. Interval("less_best", "", "less that of the best (for the best, less the next), in the row's unit; these intervals hold for all at once"),
        Number("probability_best", "The share, from 0 to 1, of resamples of the futures in which it has the best mean; no probability of the truth."),
        Text("is_tied", "Whether its interval holds zero and its mean lies within the zone: yes or no; no for the best."),
        Text("is_within_zone", "Whether it is surely worse by no more than the zone: yes or no."),
        Text("in_pareto_set", "Whether no structure is better on one thing without being worse on another: yes or no."),
        Text("reading", "What the ranking allows one to say."),
        Number("children_moved", "The share of children, from 0 to 1, whose locality in the end is not one of the scenario's first structure."),
        Whole("futures", "How many futures the choice used of it."),
    ];

    private static IEnumerable<ImmutableArray<TidyCell>> Candidates(StructureRanking ranking) =>
        from item in ranking.Candidates
        select (ImmutableArray<TidyCell>)
        [
            TidyCell.Whole(item.Rank), .. ResultColumns.Of(item.Result.Structure), .. ResultColumns.Of(item.Result.Of(ranking.Ranking.Measure)), .. ResultColumns.Of(item.LessBest),
            TidyCell.Of(item.ProbabilityBest), TidyCell.YesOrNo(item.IsTied), TidyCell.YesOrNo(item.IsWithinZone), TidyCell.YesOrNo(item.IsInParetoSet),
            TidyCell.Of(RankingWords.Reading(ranking, item)), TidyCell.Of(item.ChildrenMoved), TidyCell.Whole(item.Futures),
        ];

    private static IEnumerable<ImmutableArray<TidyCell>> Measures(StructureRanking ranking) =>
        from item in ranking.Candidates
        from measure in item.Result.Measures
        select (ImmutableArray<TidyCell>)[TidyCell.Whole(item.Rank), .. ResultColumns.Of(item.Result.Structure), .. ResultColumns.Of(measure)];
}
