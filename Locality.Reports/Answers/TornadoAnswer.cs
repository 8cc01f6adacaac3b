using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says what a difference depends on, each figure moved alone.</summary>
internal static class TornadoAnswer
{
    internal static AnswerTable Of(SensitivityView view, Tornado tornado)
    {
        string[] stopped = tornado.Missing.IsEmpty
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{SensitivityView.Stopped}: {tornado.Bars.Length} of {tornado.Bars.Length + tornado.Missing.Length} figures are done. Nothing is known yet of {string.Join(", ", tornado.Missing.Select(item => item.Name))}; any of them may matter more.")];
        return new AnswerTable(
            view.Heading(string.Create(CultureInfo.InvariantCulture, $"As the scenario stands: {view.Change(tornado.Base)}; {view.Futures} futures at every value.")),
            SensitivityView.NewTable(
                "What each figure alone does to the difference",
                ["Difference changes at the low end by", "at the high end by", "Reading"],
                tornado.Bars.Select(bar => view.Row(
                    bar.Parameter, new ShownCell(view.Change(bar.Low.Mean), bar.Low.Mean.Mean), new ShownCell(view.Change(bar.High.Mean), bar.High.Mean.Mean), new ShownCell(Reading(view, tornado, bar))))),
            [.. stopped, "Each figure moves alone; what two do together is not seen: see --method morris. Intervals are 95 %, each by itself. How far a figure is moved is a judgement: see the ranges.", UncertainWords.Covered(view.Scenario)]);
    }

    /// <summary>Says whether the figure matters, and whether the sign of the difference is another at an end of its range.</summary>
    internal static string Reading(SensitivityView view, Tornado tornado, TornadoBar bar)
    {
        Interval[] changes = [bar.Low.Mean, bar.High.Mean];
        if (!changes.Any(SensitivityView.IsClear))
        {
            return "no clear effect";
        }

        string matters = changes.All(change => NumberText.IsZero(view.Number(change.Mean))) ? "matters, little" : "matters";
        bool flips = changes.Any(change => Math.Sign(tornado.Base.Mean + change.Mean) == -Math.Sign(tornado.Base.Mean));
        return flips ? $"{matters}; the better structure may change: see breakeven" : matters;
    }
}
