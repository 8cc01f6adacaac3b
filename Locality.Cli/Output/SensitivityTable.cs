using System.Globalization;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes what a difference depends on, each figure moved alone, for a person to read.</summary>
internal static class SensitivityTable
{
    internal static void Write(SensitivityReport report, Tornado tornado, TextWriter output)
    {
        report.Begin(output, string.Create(CultureInfo.InvariantCulture, $"As the scenario stands: {report.Change(tornado.Base)}; {report.Futures} futures at every value."));
        Table table = SensitivityReport.NewTable("Difference changes at the low end by", "at the high end by", "Reading");
        foreach (TornadoBar bar in tornado.Bars)
        {
            report.AddRow(table, bar.Parameter, [report.Change(bar.Low.Mean), report.Change(bar.High.Mean), Reading(report, tornado, bar)]);
        }

        string[] stopped = tornado.Missing.IsEmpty
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{SensitivityReport.Stopped}: {tornado.Bars.Length} of {tornado.Bars.Length + tornado.Missing.Length} figures are done. Nothing is known yet of {string.Join(", ", tornado.Missing.Select(item => item.Name))}; any of them may matter more.")];
        SensitivityReport.End(
            output,
            table,
            [.. stopped, "Each figure moves alone; what two do together is not seen: see --method morris. Intervals are 95 %, each by itself. How far a figure is moved is a judgement: see the ranges.", UncertainWords.Covered(report.Scenario)]);
    }

    /// <summary>Says whether the figure matters, and whether the sign of the difference is another at an end of its range.</summary>
    private static string Reading(SensitivityReport report, Tornado tornado, TornadoBar bar)
    {
        Interval[] changes = [bar.Low.Mean, bar.High.Mean];
        if (!changes.Any(SensitivityReport.IsClear))
        {
            return "no clear effect";
        }

        string matters = changes.All(change => NumberText.IsZero(report.Number(change.Mean))) ? "matters, little" : "matters";
        bool flips = changes.Any(change => Math.Sign(tornado.Base.Mean + change.Mean) == -Math.Sign(tornado.Base.Mean));
        return flips ? $"{matters}; the better structure may change: see breakeven" : matters;
    }
}
