using System.Globalization;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes what a difference depends on, all figures moved through all their ranges, for a person to read.</summary>
internal static class ScreeningTable
{
    // What each of the two questions of a reading is asked with: is there an effect on average, and does it differ from place to place.
    private const double Doubt = 0.05;

    internal static void Write(SensitivityReport report, MorrisScreening screening, int wanted, TextWriter output)
    {
        report.Begin(output, string.Create(CultureInfo.InvariantCulture, $"What a move over the whole range does, on {screening.Trajectories} paths through all ranges; {report.Futures} futures at every point."));
        Table table = SensitivityReport.NewTable("Changes the difference on average by", "Size of the change, sign apart", "Spread of the change (σ)", "of which chance", "Reading");
        foreach (ElementaryEffects effects in screening.Effects.OrderByDescending(item => item.MeanAbsolute.Mean))
        {
            report.AddRow(
                table,
                effects.Parameter,
                [
                    report.Change(effects.Mean), report.Size(effects.MeanAbsolute), report.Size(effects.StandardDeviation),
                    effects.ChanceDeviation is { } chance ? report.Number(chance) : "–", Reading(report, effects),
                ]);
        }

        string[] stopped = screening.Trajectories == wanted
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{SensitivityReport.Stopped}: {screening.Trajectories} of {wanted} paths are done. The figures are those of these paths alone, and their intervals are as wide as that makes them.")];
        SensitivityReport.End(
            output,
            table,
            [
                .. stopped,
                "On each path every figure is moved once, from where the others happen to stand. Matters: the interval of the average change excludes zero.",
                "Depends on where the figures stand: the spread is larger than chance makes it (F-test; by mistake for about 5 % of the figures that do the same everywhere, and for more where chance is far from normal). The figure then works through another, or does more in one part of its range than in the rest. Which of the two is not told.",
                "Size and spread hold chance as well: neither is zero for a figure that does nothing.",
                "Intervals are 95 %, each by itself: over paths, and so over chance, the drift of demand and where the other figures stand within their ranges. The ranges are judgements.",
            ]);
    }

    private static string Reading(SensitivityReport report, ElementaryEffects effects)
    {
        bool depends = effects.ChanceProbability < Doubt && !NumberText.IsZero(report.Number(effects.StandardDeviation.Mean));
        string much = NumberText.IsZero(report.Number(effects.Mean.Mean)) ? "matters, little" : "matters";
        return (SensitivityReport.IsClear(effects.Mean), depends) switch
        {
            (true, true) => $"{much}; how much depends on where the figures stand",
            (true, false) => much,
            (false, true) => "depends on where the figures stand",
            _ => "no clear effect",
        };
    }
}
