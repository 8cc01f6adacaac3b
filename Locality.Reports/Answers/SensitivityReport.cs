using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Makes the report of what a difference depends on: each figure alone, all together, or the value of one at which the better structure changes.</summary>
public static class SensitivityReport
{
    /// <summary>Makes the report of a tornado.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameters">The figures that were moved.</param>
    /// <param name="tornado">What moving them did.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <param name="folder">The folder that the scenario was read from.</param>
    /// <returns>The report.</returns>
    public static Report Of(Scenario scenario, DifferenceQuestion question, ImmutableArray<ScenarioParameter> parameters, Tornado tornado, RunManifest manifest, string folder)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        SensitivityView view = new(scenario, question, parameters);
        TornadoBar[] flipping = [.. tornado.Bars.Where(bar => TornadoAnswer.Reading(view, tornado, bar).Contains("may change", StringComparison.Ordinal))];
        int clear = tornado.Bars.Count(bar => SensitivityView.IsClear(bar.Low.Mean) || SensitivityView.IsClear(bar.High.Mean));
        string first = flipping.Length > 0
            ? $"The better of {view.Name} and {view.Baseline} may be another at an end of the range of {string.Join(", ", flipping.Take(4).Select(bar => view.ParameterOf(bar.Parameter).Label))}{(flipping.Length > 4 ? ", and others" : "")}. As the scenario stands, the difference is {view.Change(tornado.Base)}{view.UnitText}."
            : string.Create(CultureInfo.InvariantCulture, $"No figure, moved alone to the ends of its range, clearly turns the difference between {view.Name} and {view.Baseline} round; {clear} of {tornado.Bars.Length} clearly change its size. As the scenario stands, it is {view.Change(tornado.Base)}{view.UnitText}.");
        return Make(view, first, TornadoAnswer.Of(view, tornado), [TornadoOf(view, tornado)], manifest, folder, "sensitivity");
    }

    /// <summary>Makes the report of a screening.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameters">The figures that were moved.</param>
    /// <param name="screening">What moving them did.</param>
    /// <param name="wanted">How many paths were asked for.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <param name="folder">The folder that the scenario was read from.</param>
    /// <returns>The report.</returns>
    public static Report Of(Scenario scenario, DifferenceQuestion question, ImmutableArray<ScenarioParameter> parameters, MorrisScreening screening, int wanted, RunManifest manifest, string folder)
    {
        ArgumentNullException.ThrowIfNull(screening);
        SensitivityView view = new(scenario, question, parameters);
        ElementaryEffects[] sorted = [.. screening.Effects.OrderByDescending(effects => effects.MeanAbsolute.Mean)];
        string[] clear = [.. sorted.Where(effects => SensitivityView.IsClear(effects.Mean)).Take(4).Select(effects => view.ParameterOf(effects.Parameter).Label)];
        AnswerTable answer = ScreeningAnswer.Of(view, screening, wanted);
        return Make(
            view,
            clear.Length == 0 ? "No figure clearly changes the difference on average." : $"What most clearly changes the difference between {view.Name} and {view.Baseline}: {string.Join("; ", clear)}.",
            answer,
            [Intervals(view, "Size of the change over the whole range", answer, [.. sorted.Select(effects => (effects.Parameter, effects.MeanAbsolute))], view.UnitText.Trim())],
            manifest,
            folder,
            "sensitivity --method morris");
    }

    /// <summary>Makes the report of a sharing of variance.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameters">The figures that were moved.</param>
    /// <param name="indices">The shares.</param>
    /// <param name="wanted">How many points were asked for.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <param name="folder">The folder that the scenario was read from.</param>
    /// <returns>The report.</returns>
    public static Report Of(Scenario scenario, DifferenceQuestion question, ImmutableArray<ScenarioParameter> parameters, SobolIndices indices, int wanted, RunManifest manifest, string folder)
    {
        ArgumentNullException.ThrowIfNull(indices);
        SensitivityView view = new(scenario, question, parameters);
        SobolIndex[] sorted = [.. indices.Indices.Where(index => index.Total is not null).OrderByDescending(index => index.Total!.Value.Mean)];
        string[] clear = [.. sorted.Where(index => index.FirstOrder?.Lower > 0).Take(4).Select(index => view.ParameterOf(index.Parameter).Label)];
        AnswerTable answer = VarianceAnswer.Of(view, indices, wanted);
        return Make(
            view,
            clear.Length == 0 ? "No figure alone clearly has a part in the doubt about the difference." : $"The doubt about the difference between {view.Name} and {view.Baseline} comes clearly from {string.Join("; ", clear)}.",
            answer,
            [Intervals(view, "Share of the variance, with what a figure does through others", answer, [.. sorted.Select(index => (index.Parameter, new Interval(100 * index.Total!.Value.Mean, 100 * index.Total.Value.Lower, 100 * index.Total.Value.Upper)))], "% of the variance")],
            manifest,
            folder,
            "sensitivity --method sobol");
    }

    private static Report Make(SensitivityView view, string first, AnswerTable answer, IEnumerable<Chart?> charts, RunManifest manifest, string folder, string command) => AnswerReport.Of(
        $"{view.Scenario.Name}: what the answer depends on",
        first,
        answer,
        charts,
        view.Scenario,
        manifest,
        folder,
        $"locality {command} FOLDER, with its further options and --seed {manifest.Seed.ToString(CultureInfo.InvariantCulture)}");

    private static TornadoChart? TornadoOf(SensitivityView view, Tornado tornado)
    {
        double at = tornado.Base.Mean;
        RangeBar[] bars = [.. tornado.Bars.Select(bar => BarOf(view, bar, at))];
        AnswerTable answer = TornadoAnswer.Of(view, tornado);
        return bars.Length == 0 ? null : new TornadoChart
        {
            Id = "tornado",
            Title = $"{view.Measure.Label}: {view.Name} less {view.Baseline}, each figure moved alone",
            Alternative = $"Bars from what the lowest value of a figure gives to what its highest gives, the longest first. {string.Join("; ", bars.Take(8).Select(bar => $"{bar.LowWords.Replace('\n', ' ')}, {bar.HighWords.Replace('\n', ' ')}"))}.",
            Note = "The line is the difference as the scenario stands; another is at zero. Thin bars are not clear: the interval of what both ends do holds zero.",
            Axis = view.Measure.Unit.Length == 0 ? "difference" : $"difference, {view.Measure.Unit}",
            Base = at,
            Bars = [.. bars],
            Table = answer.Table with { Id = "tornado-table" },
        };
    }

    private static RangeBar BarOf(SensitivityView view, TornadoBar bar, double at)
    {
        ScenarioParameter parameter = view.ParameterOf(bar.Parameter);
        string Words(double value, Interval change) => string.Create(CultureInfo.InvariantCulture, $"{parameter.Label} at {value:0.###} {parameter.Unit}:\nthe difference changes by {view.Change(change)}");
        return new RangeBar(
            parameter.Label,
            at + bar.Low.Mean.Mean,
            at + bar.High.Mean.Mean,
            Words(bar.Parameter.Low, bar.Low.Mean),
            Words(bar.Parameter.High, bar.High.Mean),
            SensitivityView.IsClear(bar.Low.Mean) || SensitivityView.IsClear(bar.High.Mean));
    }

    private static IntervalChart? Intervals(SensitivityView view, string title, AnswerTable answer, (ParameterRange Parameter, Interval Value)[] values, string axis)
    {
        string[] words = [.. values.Select(item => $"{view.ParameterOf(item.Parameter).Label}: {view.Size(item.Value)} {axis}")];
        return values.Length == 0 ? null : new IntervalChart
        {
            Id = "effects",
            Title = title,
            Alternative = $"Values with 95 % intervals, the largest first. {string.Join("; ", words.Take(10))}.",
            Axis = axis,
            Rows = [.. values.Select(item => view.ParameterOf(item.Parameter).Label)],
            Series = [new IntervalSeries(title, 1, [.. values.Select((item, row) => new IntervalPoint(row, item.Value.Mean, Math.Max(0, item.Value.Lower), item.Value.Upper, words[row]))])],
            Table = answer.Table with { Id = "effects-table" },
        };
    }
}
