using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes what a difference is owed to, for a person to read.</summary>
internal static class WaterfallTable
{
    internal static void Write(StructureWaterfall waterfall, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        Scenario scenario = waterfall.Scenario;
        Measure measure = waterfall.Question.Measure;
        string unit = measure.Unit.Length == 0 ? "" : $", {measure.Unit}";
        output.WriteLine(scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{measure.Label}{unit}. {waterfall.Plan.Replications} futures of {waterfall.Plan.Years:0.##} years, in each all {1 << waterfall.Factors.Length} combinations of the parts; seed {waterfall.Plan.Seed}. 95 % intervals in brackets."));
        output.WriteLine();
        Table table = ComparisonTable.New("", noWrap: false);
        ComparisonTable.AddColumn(table, "Contributes");
        ComparisonTable.AddColumn(table, "Together");
        ComparisonTable.AddColumn(table, "Reading");
        double together = waterfall.Baseline;
        ComparisonTable.AddRow(table, scenario.Structure(waterfall.Question.Baseline).Name, ["", NumberText.Number(together, measure), ""]);
        foreach (WaterfallFactor factor in waterfall.Factors)
        {
            together += factor.Contribution;
            MeasureDifference contribution = DifferenceOf(measure, factor.Interval);
            ComparisonTable.AddRow(table, $"  {WaterfallWords.LabelOf(factor.Parts)}", [NumberText.Of(contribution), NumberText.Number(together, measure), ComparisonWords.Clear(contribution)]);
        }

        ComparisonTable.AddRow(table, scenario.Structure(waterfall.Question.Structure).Name, [NumberText.Of(waterfall.Difference), NumberText.Number(waterfall.Structure, measure), ComparisonWords.Clear(waterfall.Difference)]);
        console.Write(table);
        foreach (string sentence in Words(waterfall))
        {
            output.WriteLine();
            console.Write(new Text($"{sentence}\n"));
        }
    }

    private static IEnumerable<string> Words(StructureWaterfall waterfall)
    {
        if (waterfall.IsStopped)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Stopped: {waterfall.Plan.Replications} of {waterfall.Question.Futures} futures are in these figures.");
        }

        yield return "What parts do only together is shared evenly between them (Shapley values), so that they add up. A part's contribution is its mean effect over all orders in which the parts could come; alone, or after others, it may be larger or smaller. Intervals are each by itself.";
        yield return UncertainWords.Covered(waterfall.Scenario);
    }

    private static MeasureDifference DifferenceOf(Measure measure, Interval interval) => new(measure, interval.Mean, interval.Lower, interval.Upper, null, null);
}
