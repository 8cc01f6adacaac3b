using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says what a difference depends on, all figures moved through all their ranges.</summary>
internal static class ScreeningAnswer
{
    // What each of the two questions of a reading is asked with: is there an effect on average, and does it differ from place to place.
    private const double Doubt = 0.05;

    internal static AnswerTable Of(SensitivityView view, MorrisScreening screening, int wanted)
    {
        string[] stopped = screening.Trajectories == wanted
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{SensitivityView.Stopped}: {screening.Trajectories} of {wanted} paths are done. The figures are those of these paths alone, and their intervals are as wide as that makes them.")];
        return new AnswerTable(
            view.Heading(string.Create(CultureInfo.InvariantCulture, $"What a move over the whole range does, on {screening.Trajectories} paths through all ranges; {view.Futures} futures at every point.")),
            SensitivityView.NewTable(
                "What each figure does to the difference, wherever the others stand",
                ["Changes the difference on average by", "Size of the change, sign apart", "Spread of the change (σ)", "of which chance", "Reading"],
                screening.Effects.OrderByDescending(item => item.MeanAbsolute.Mean).Select(effects => view.Row(
                    effects.Parameter,
                    new ShownCell(view.Change(effects.Mean), effects.Mean.Mean),
                    new ShownCell(view.Size(effects.MeanAbsolute), effects.MeanAbsolute.Mean),
                    new ShownCell(view.Size(effects.StandardDeviation), effects.StandardDeviation.Mean),
                    new ShownCell(effects.ChanceDeviation is { } chance ? view.Number(chance) : "–", effects.ChanceDeviation),
                    new ShownCell(Reading(view, effects))))),
            [
                .. stopped,
                "On each path every figure is moved once, from where the others happen to stand. Matters: the interval of the average change excludes zero.",
                "Depends on where the figures stand: the spread is larger than chance makes it (F-test; by mistake for about 5 % of the figures that do the same everywhere, and for more where chance is far from normal). The figure then works through another, or does more in one part of its range than in the rest. Which of the two is not told.",
                "Size and spread hold chance as well: neither is zero for a figure that does nothing.",
                "Intervals are 95 %, each by itself: over paths, and so over chance, the drift of demand and where the other figures stand within their ranges. The ranges are judgements.",
            ]);
    }

    private static string Reading(SensitivityView view, ElementaryEffects effects)
    {
        bool depends = effects.ChanceProbability < Doubt && !NumberText.IsZero(view.Number(effects.StandardDeviation.Mean));
        string much = NumberText.IsZero(view.Number(effects.Mean.Mean)) ? "matters, little" : "matters";
        return (SensitivityView.IsClear(effects.Mean), depends) switch
        {
            (true, true) => $"{much}; how much depends on where the figures stand",
            (true, false) => much,
            (false, true) => "depends on where the figures stand",
            _ => "no clear effect",
        };
    }
}
