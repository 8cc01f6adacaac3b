using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Is what all answers on the sensitivity of a difference share: the heading, the rows, and how figures are written.</summary>
internal sealed class SensitivityView(Scenario scenario, DifferenceQuestion question, ImmutableArray<ScenarioParameter> parameters)
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

    internal string Name => scenario.Structure(question.Structure).Name;

    internal string Baseline => scenario.Structure(question.Baseline).Name;

    /// <summary>Gets the lines above a table: which difference, and over what.</summary>
    internal ImmutableArray<string> Heading(string over)
    {
        string unit = Measure.Unit.Length == 0 ? "" : $", {Measure.Unit}";
        return [scenario.Name, $"{Name}, less {Baseline}: {Measure.Label.ToLowerInvariant()}{unit}. {over}"];
    }

    /// <summary>Makes a table whose first columns name the figure and how far it is moved.</summary>
    internal static ShownTable NewTable(string caption, string[] headings, IEnumerable<ImmutableArray<ShownCell>> rows) =>
        new("figures", caption, [new ShownColumn("Figure", IsNumber: false), new ShownColumn("From … to"), .. headings[..^1].Select(heading => new ShownColumn(heading)), new ShownColumn(headings[^1], IsNumber: false)], [.. rows]);

    /// <summary>Returns a figure as the scenario knows it.</summary>
    internal ScenarioParameter ParameterOf(ParameterRange range) => parameters.First(item => string.Equals(item.Name, range.Name, StringComparison.Ordinal));

    /// <summary>Returns the row of a figure.</summary>
    internal ImmutableArray<ShownCell> Row(ParameterRange range, params ReadOnlySpan<ShownCell> cells)
    {
        ScenarioParameter parameter = ParameterOf(range);
        return [new ShownCell($"{parameter.Label} ({parameter.Name})"), new ShownCell(string.Create(CultureInfo.InvariantCulture, $"{parameter.Low:0.###} … {parameter.High:0.###} {parameter.Unit}")), .. cells];
    }

    /// <summary>Writes a difference, or a change of it, with its interval; finer where a clear one would show zero at an end.</summary>
    internal string Change(Interval interval) => NumberText.OfClear(new MeasureDifference(Measure, interval.Mean, interval.Lower, interval.Upper, null, null));

    /// <summary>Writes a size, which has no sign, with its interval: no part of which is below zero.</summary>
    internal string Size(Interval interval) => $"{Number(interval.Mean)} ({Number(Math.Max(0, interval.Lower))} to {Number(interval.Upper)})";

    internal string Number(double value) => NumberText.Number(value, Measure);

    /// <summary>Tells whether an interval excludes zero.</summary>
    internal static bool IsClear(Interval interval) => interval is { Lower: > 0 } or { Upper: < 0 };
}
