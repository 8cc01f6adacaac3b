using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Is what all reports on the sensitivity of a difference share: its heading, its rows, and how its figures are written.</summary>
internal sealed class SensitivityReport(Scenario scenario, DifferenceQuestion question, ImmutableArray<ScenarioParameter> parameters)
{
    internal const string Stopped = "Stopped early";

    internal Scenario Scenario => scenario;

    internal Measure Measure => question.Measure;

    internal int Futures => question.Futures;

    /// <summary>Gets how a standard deviation of the measure and the like is written, with its unit.</summary>
    internal string UnitText => Measure.Unit switch
    {
        "" => "",
        "%" => " percentage points",
        { } unit => $" {unit}",
    };

    /// <summary>Starts the report: which difference, and over what.</summary>
    internal void Begin(TextWriter output, string over)
    {
        string unit = Measure.Unit.Length == 0 ? "" : $", {Measure.Unit}";
        output.WriteLine(scenario.Name);
        output.WriteLine($"{scenario.Structure(question.Structure).Name}, less {scenario.Structure(question.Baseline).Name}: {Measure.Label.ToLowerInvariant()}{unit}. {over}");
        output.WriteLine();
    }

    /// <summary>Makes a table whose first columns name the figure and how far it is moved.</summary>
    internal static Table NewTable(params ReadOnlySpan<string> headings)
    {
        Table table = ComparisonTable.New("Figure", noWrap: false);
        ComparisonTable.AddColumn(table, "From … to");
        foreach (string heading in headings)
        {
            ComparisonTable.AddColumn(table, heading);
        }

        return table;
    }

    /// <summary>Adds the row of a figure.</summary>
    internal void AddRow(Table table, ParameterRange range, IEnumerable<string> cells)
    {
        ScenarioParameter parameter = parameters.First(item => string.Equals(item.Name, range.Name, StringComparison.Ordinal));
        ComparisonTable.AddRow(
            table,
            $"{parameter.Label} ({parameter.Name})",
            cells.Prepend(string.Create(CultureInfo.InvariantCulture, $"{parameter.Low:0.###} … {parameter.High:0.###} {parameter.Unit}")));
    }

    /// <summary>Writes a difference, or a change of it, with its interval; finer where a clear one would show zero at an end.</summary>
    internal string Change(Interval interval) => NumberText.OfClear(new MeasureDifference(Measure, interval.Mean, interval.Lower, interval.Upper, null, null));

    /// <summary>Writes a size, which has no sign, with its interval: no part of which is below zero.</summary>
    internal string Size(Interval interval) => $"{Number(interval.Mean)} ({Number(Math.Max(0, interval.Lower))} to {Number(interval.Upper)})";

    internal string Number(double value) => NumberText.Number(value, Measure);

    /// <summary>Ends the report with the sentences below the table.</summary>
    internal static void End(TextWriter output, Table table, params ReadOnlySpan<string> sentences)
    {
        IAnsiConsole console = Terminal.On(output);
        console.Write(table);
        output.WriteLine();
        foreach (string sentence in sentences)
        {
            console.Write(new Text($"{sentence}\n"));
        }
    }

    /// <summary>Tells whether an interval excludes zero.</summary>
    internal static bool IsClear(Interval interval) => interval is { Lower: > 0 } or { Upper: < 0 };
}
