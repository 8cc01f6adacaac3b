using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes a ranking for a person to read.</summary>
internal static class RankingTable
{
    internal static void Write(StructureRanking ranking, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        RunPlan plan = ranking.Plan;
        Measure measure = ranking.Ranking.Measure;
        output.WriteLine(ranking.Scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ranking.Candidates.Length} structures by {measure.Label.ToLowerInvariant()}, {measure.Unit}. The same {ranking.CommonFutures} futures of {plan.Years:0.##} years for all, the first {plan.WarmUpYears:0.##} not counted; seed {plan.Seed}. Means with 95 % intervals, each by itself."));
        output.WriteLine();
        Table table = ComparisonTable.New("", noWrap: false);
        ComparisonTable.AddColumn(table, "Rank");
        ComparisonTable.AddColumn(table, "Localities");
        ComparisonTable.AddColumn(table, measure.Unit.Length == 0 ? "Mean" : $"Mean, {measure.Unit}");
        ComparisonTable.AddColumn(table, "Less the best");
        ComparisonTable.AddColumn(table, "Best in");
        ComparisonTable.AddColumn(table, "On the road, %");
        ComparisonTable.AddColumn(table, "Cost, £000");
        ComparisonTable.AddColumn(table, "Children moved");
        ComparisonTable.AddColumn(table, "Reading");
        foreach (RankedStructure item in ranking.Candidates)
        {
            ComparisonTable.AddRow(
                table,
                item.Result.Structure.Name,
                [
                    item.Rank.ToString(CultureInfo.InvariantCulture),
                    item.Result.Structure.Localities.Length.ToString(CultureInfo.InvariantCulture),
                    NumberText.Of(item.Result.Of(measure)),
                    RankingWords.Less(measure, item),
                    NumberText.Percent(item.ProbabilityBest),
                    NumberText.Number(item.Result.Of(Measure.TravelShare).Mean ?? 0, Measure.TravelShare),
                    NumberText.Number(item.Result.Of(Measure.Cost).Mean ?? 0, Measure.Cost),
                    NumberText.Percent(item.ChildrenMoved),
                    RankingWords.Reading(ranking, item),
                ]);
        }

        console.Write(table);
        output.WriteLine();
        foreach (string line in RankingWords.Of(ranking))
        {
            console.Write(new Text($"{line}\n"));
        }
    }
}
