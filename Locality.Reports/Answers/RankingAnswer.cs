using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes a ranking for a person to read.</summary>
internal static class RankingAnswer
{
    internal static AnswerTable Of(StructureRanking ranking)
    {
        RunPlan plan = ranking.Plan;
        Measure measure = ranking.Ranking.Measure;
        return new AnswerTable(
            [
                ranking.Scenario.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ranking.Candidates.Length} structures by {measure.Label.ToLowerInvariant()}, {measure.Unit}. The same {ranking.CommonFutures} futures of {plan.Years:0.##} years for all, the first {plan.WarmUpYears:0.##} not counted; seed {plan.Seed}. Means with 95 % intervals, each by itself."),
            ],
            new ShownTable(
                "candidates",
                "Structures by rank",
                [
                    new ShownColumn("Structure", IsNumber: false), new ShownColumn("Rank"), new ShownColumn("Localities"), new ShownColumn(measure.Unit.Length == 0 ? "Mean" : $"Mean, {measure.Unit}"), new ShownColumn("Less the best"),
                    new ShownColumn("Best in"), new ShownColumn("On the road, %"), new ShownColumn("Cost, £000"), new ShownColumn("Children moved"), new ShownColumn("Reading", IsNumber: false),
                ],
                [.. ranking.Candidates.Select(item => Row(ranking, item))]),
            [.. RankingWords.Of(ranking)]);
    }

    private static ImmutableArray<ShownCell> Row(StructureRanking ranking, RankedStructure item)
    {
        Measure measure = ranking.Ranking.Measure;
        double road = item.Result.Of(Measure.TravelShare).Mean ?? 0;
        double cost = item.Result.Of(Measure.Cost).Mean ?? 0;
        return
        [
            new ShownCell(item.Result.Structure.Name),
            new ShownCell(item.Rank.ToString(CultureInfo.InvariantCulture), item.Rank),
            new ShownCell(item.Result.Structure.Localities.Length.ToString(CultureInfo.InvariantCulture), item.Result.Structure.Localities.Length),
            new ShownCell(NumberText.Of(item.Result.Of(measure)), item.Result.Of(measure).Mean),
            new ShownCell(RankingWords.Less(measure, item), item.LessBest.Mean),
            new ShownCell(NumberText.Percent(item.ProbabilityBest), item.ProbabilityBest),
            new ShownCell(NumberText.Number(road, Measure.TravelShare), road),
            new ShownCell(NumberText.Number(cost, Measure.Cost), cost),
            new ShownCell(NumberText.Percent(item.ChildrenMoved), item.ChildrenMoved),
            new ShownCell(RankingWords.Reading(ranking, item)),
        ];
    }
}
