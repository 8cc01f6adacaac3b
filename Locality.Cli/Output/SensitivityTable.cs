using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes what a difference depends on, for a person to read.</summary>
internal static class SensitivityTable
{
    internal static void Write(Scenario scenario, DifferenceQuestion question, ImmutableArray<ScenarioParameter> parameters, Tornado tornado, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        Measure measure = question.Measure;
        string unit = measure.Unit.Length == 0 ? "" : $", {measure.Unit}";
        output.WriteLine(scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Structure(question.Structure).Name}, less {scenario.Structure(question.Baseline).Name}: {measure.Label.ToLowerInvariant()}{unit}. As the scenario stands: {Text(measure, tornado.Base)}; {question.Futures} futures at every value."));
        output.WriteLine();
        Table table = ComparisonTable.New("Figure", noWrap: false);
        ComparisonTable.AddColumn(table, "From … to");
        ComparisonTable.AddColumn(table, "Difference changes at the low end by");
        ComparisonTable.AddColumn(table, "at the high end by");
        ComparisonTable.AddColumn(table, "Reading");
        foreach (TornadoBar bar in tornado.Bars)
        {
            ScenarioParameter parameter = parameters.First(item => string.Equals(item.Name, bar.Parameter.Name, StringComparison.Ordinal));
            ComparisonTable.AddRow(
                table,
                $"{parameter.Label} ({parameter.Name})",
                [
                    string.Create(CultureInfo.InvariantCulture, $"{parameter.Low:0.###} … {parameter.High:0.###} {parameter.Unit}"),
                    Text(measure, bar.Low.Mean),
                    Text(measure, bar.High.Mean),
                    Reading(tornado, bar),
                ]);
        }

        console.Write(table);
        output.WriteLine();
        console.Write(new Text("Each figure moves alone; what two do together is not seen. Intervals are 95 %, each by itself, over futures: chance and the drift of demand. How far a figure is moved is a judgement: see the ranges.\n"));
    }

    private static string Text(Measure measure, Interval interval) => NumberText.Of(new MeasureDifference(measure, interval.Mean, interval.Lower, interval.Upper, null, null));

    /// <summary>Says whether the figure matters, and whether the sign of the difference is another at an end of its range.</summary>
    private static string Reading(Tornado tornado, TornadoBar bar)
    {
        bool flips = new[] { bar.Low.Mean.Mean, bar.High.Mean.Mean }.Any(change => Math.Sign(tornado.Base.Mean + change) == -Math.Sign(tornado.Base.Mean));
        bool clear = new[] { bar.Low.Mean, bar.High.Mean }.Any(interval => interval is { Lower: > 0 } or { Upper: < 0 });
        return (clear, flips) switch
        {
            (true, true) => "matters; the better structure may change: see breakeven",
            (true, false) => "matters",
            _ => "no clear effect",
        };
    }
}
