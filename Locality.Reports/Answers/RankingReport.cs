using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Makes the report of a ranking: which structure was chosen and with what promise, which are tied with it, and which nothing dominates.</summary>
public static class RankingReport
{
    // A picture of more rows is no picture; the table has them all.
    private const int MostRows = 24;
    private const int MostMaps = 8;

    /// <summary>Makes the report.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="folder">The folder that its scenario was read from.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">The folder cannot be read any more.</exception>
    public static Report Of(StructureRanking ranking, string folder)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(folder);
        AnswerTable answer = RankingAnswer.Of(ranking);
        ImmutableArray<StructureResult> mapped = [.. ranking.Candidates.Take(MostMaps).Select(item => item.Result)];
        return AnswerReport.Of(
            string.Create(CultureInfo.InvariantCulture, $"{ranking.Scenario.Name}: {ranking.Candidates.Length} structures ranked"),
            string.Join(' ', new[] { answer.Sentences[0], RankingWords.Ties(ranking) }.OfType<string>()),
            answer,
            [LessTheBest(ranking), WaitAgainstMoved(ranking), MapCharts.Of(ranking.Scenario, StructureNames.Of([.. mapped.Select(result => result.Structure)]), mapped, countedYears: 1)],
            ranking.Scenario,
            RunManifest.Of(ranking, folder),
            folder,
            string.Create(CultureInfo.InvariantCulture, $"locality rank FOLDER --measure {ranking.Ranking.Measure.Name} --zone {ranking.Ranking.IndifferenceZone} --confidence {ranking.Ranking.Confidence} --first-stage {ranking.Ranking.FirstStage} --seed {ranking.Plan.Seed}, with the options that named the structures"));
    }

    private static IntervalChart? LessTheBest(StructureRanking ranking)
    {
        RankedStructure[] shown = [.. ranking.Candidates.Skip(1).Take(MostRows)];
        if (shown.Length == 0)
        {
            return null;
        }

        Measure measure = ranking.Ranking.Measure;
        ImmutableArray<string> names = StructureNames.Of([.. shown.Select(item => item.Result.Structure)]);
        string[] words = [.. shown.Select((item, row) => $"{names[row]}: {RankingWords.Less(measure, item)} {measure.Unit}, {RankingWords.Reading(ranking, item)}")];
        string title = $"{measure.Label}, less that of {ranking.Candidates[0].Result.Structure.Name}";
        return new IntervalChart
        {
            Id = "less-the-best",
            Title = title,
            Alternative = $"Differences from the structure with rank 1, with intervals that hold for all structures at once. {string.Join("; ", words)}.",
            Note = $"An interval that crosses the line leaves it open which of the two is better. Intervals hold for all structures at once.{(ranking.Candidates.Length - 1 > MostRows ? FormattableString.Invariant($" The first {MostRows} after the best are drawn; the table has all.") : "")}",
            Axis = measure.Unit.Length == 0 ? "difference" : measure.Unit,
            IsDifference = true,
            Rows = names,
            Series = [new IntervalSeries("less the best", 1, [.. shown.Select((item, row) => new IntervalPoint(row, item.LessBest.Mean, Finite(item.LessBest.Lower), Finite(item.LessBest.Upper), words[row]))])],
            Table = new ShownTable(
                "less-the-best-table",
                title,
                [new ShownColumn("Structure", IsNumber: false), new ShownColumn("Less the best"), new ShownColumn("Reading", IsNumber: false)],
                [.. shown.Select((item, row) => ImmutableArray.Create(new ShownCell(names[row]), new ShownCell(RankingWords.Less(measure, item), item.LessBest.Mean), new ShownCell(RankingWords.Reading(ranking, item))))]),
        };
    }

    /// <summary>Draws the measure against the children who would change locality: what is gained, and how many are moved for it.</summary>
    private static ScatterChart? WaitAgainstMoved(StructureRanking ranking)
    {
        Measure measure = ranking.Ranking.Measure;
        ImmutableArray<string> names = StructureNames.Of([.. ranking.Candidates.Select(item => item.Result.Structure)]);
        (RankedStructure Item, string Name)[] items = [.. ranking.Candidates.Select((item, place) => (item, names[place])).Where(item => item.item.Result.Of(measure).Mean is not null)];
        (string Name, Func<RankedStructure, bool> Is)[] kinds =
        [
            ("rank 1", item => item.Rank == 1), ("may be the best: no clear difference", item => item.Rank > 1 && item.IsTied), ("not dominated", item => item.Rank > 1 && !item.IsTied && item.IsInParetoSet),
            ("dominated", item => item.Rank > 1 && !item.IsTied && !item.IsInParetoSet),
        ];
        return items.Length < 2 ? null : new ScatterChart
        {
            Id = "pareto",
            Title = $"{measure.Label}, and how many children change locality",
            Alternative = $"Each structure by the share of children whose locality changes and by the measure. {string.Join("; ", kinds.Select(kind => $"{kind.Name}: {items.Count(item => kind.Is(item.Item)).ToString(CultureInfo.InvariantCulture)}"))}.",
            Note = "Vertical lines are each structure's own 95 % interval. What dominates takes caseloads, continuity, road and costs into account too: see below the table.",
            HorizontalAxis = "children whose locality changes, %",
            VerticalAxis = measure.Unit.Length == 0 ? "mean" : $"mean, {measure.Unit}",
            Series =
            [
                .. kinds.Select((kind, place) => new ScatterSeries(kind.Name, place + 1, [.. items.Where(item => kind.Is(item.Item)).Select(item => Point(measure, item.Item, item.Name))]))
                    .Where(series => !series.Points.IsEmpty),
            ],
            Table = new ShownTable(
                "pareto-table",
                "Structures by the measure and by the children who change locality",
                [new ShownColumn("Structure", IsNumber: false), new ShownColumn("Children moved"), new ShownColumn("Mean"), new ShownColumn("Kind", IsNumber: false)],
                [.. items.Select(item => ImmutableArray.Create(new ShownCell(item.Name), new ShownCell(NumberText.Percent(item.Item.ChildrenMoved), item.Item.ChildrenMoved), ComparisonView.CellOf(item.Item.Result.Of(measure)), new ShownCell(kinds.First(kind => kind.Is(item.Item)).Name)))]),
        };
    }

    private static ScatterPoint Point(Measure measure, RankedStructure item, string name)
    {
        MeasureResult result = item.Result.Of(measure);
        return new ScatterPoint(100 * item.ChildrenMoved, result.Mean!.Value, result.Lower, result.Upper, $"{ShortText.Of(name)}\n{NumberText.Of(result)} {measure.Unit}\n{NumberText.Percent(item.ChildrenMoved)} of children change locality");
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
