using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Says in words what a calibration found, what it could not find, and what to write into the scenario.</summary>
internal static class CalibrationWords
{
    /// <summary>A residual beyond this is unusual, without being out of the question: one in twenty of a normal distribution.</summary>
    private const double Strained = 1.96;

    /// <summary>From this correlation on the values of two parameters belong together.</summary>
    private const double Tied = 0.9;

    /// <summary>A figure that moves by less than this many standard errors says nothing of the parameters.</summary>
    private const double Unmoved = 0.2;

    internal static IEnumerable<(ScenarioParameter Parameter, CalibratedParameter Item)> Pairs(ScenarioCalibration calibration) =>
        calibration.Question.Parameters.Select(item => item.Parameter).Zip(calibration.Result.Parameters);

    internal static string Reading(CalibratedParameter item) => item switch
    {
        { IsPinnedDown: false } => "not pinned down",
        { End: RangeEnd.Low } => "at the low end of its range",
        { End: RangeEnd.High } => "at the high end of its range",
        { BaseFits: true } => "the scenario's own value fits too",
        _ => "change it",
    };

    internal static string Reading(CalibratedOutput item) => item switch
    {
        { IsImplausible: true } => "not met",
        { IsWithinTolerance: false } => "outside its tolerance",
        _ => Math.Abs(item.StandardizedResidual) > Strained ? "strained" : "fits",
    };

    internal static string NameOf(ObservedFigure figure, Scenario scenario)
    {
        string unit = Observables.UnitOf(figure.Measure);
        string part = figure.By switch
        {
            null => "",
            BreakdownDimension.Service => $", {scenario.Services.First(service => string.Equals(service.Id, figure.Part, StringComparison.Ordinal)).Name}",
            BreakdownDimension.Pathway => $", {scenario.Pathways.First(pathway => string.Equals(pathway.Id, figure.Part, StringComparison.Ordinal)).Name}",
            { } dimension => $", {Observables.NameOf(dimension)} {figure.Part}",
        };
        return $"{figure.Measure.Label}{part}{(unit.Length > 0 ? $", {unit}" : "")}";
    }

    internal static string InUnit(ScenarioParameter parameter, string text) => string.Equals(parameter.Unit, "times", StringComparison.Ordinal) ? $"× {text}" : $"{text} {parameter.Unit}";

    internal static string WithInterval(CalibratedParameter item) => item switch
    {
        { Lower: null, Upper: null } => $"{Number(item.Value)} (anywhere in the range)",
        { Lower: null } => $"{Number(item.Value)} ({Number(item.Range.Low)} or below to {Number(item.Upper!.Value)})",
        { Upper: null } => $"{Number(item.Value)} ({Number(item.Lower.Value)} to {Number(item.Range.High)} or above)",
        _ => $"{Number(item.Value)} ({Number(item.Lower.Value)} to {Number(item.Upper.Value)})",
    };

    /// <summary>Writes a number to three figures or more.</summary>
    internal static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size >= 1000 ? "#,0" : size >= 100 ? "0.#" : size >= 0.1 ? "0.###" : "0.#####";
        return value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>Returns the sentences under the tables.</summary>
    internal static IEnumerable<string> Of(ScenarioCalibration calibration) =>
        [.. Ending(calibration.Result), .. Changes(calibration), .. Unpinned(calibration), .. Ends(calibration), .. Fit(calibration), .. Cover(calibration)];

    private static IEnumerable<string> Ending(CalibrationResult result)
    {
        if (result.End == CalibrationEnd.Stopped)
        {
            yield return $"Stopped early, after {Rounds(result)} of the search. Values and intervals are those of the rounds finished; the fit was not simulated in futures that the search has not seen.";
        }
        else if (result.End == CalibrationEnd.RefinementsSpent)
        {
            CalibrationRound last = result.Rounds[^1];
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Not settled: after {Rounds(result)} the best values still moved by {last.Step:0.0} standard errors, or the surface was off by {last.Miss:0.0}. Intervals may be too narrow; more --refinements or more --replications may settle it.");
        }
    }

    private static IEnumerable<string> Changes(ScenarioCalibration calibration)
    {
        (ScenarioParameter Parameter, CalibratedParameter Item)[] changed = [.. Pairs(calibration).Where(pair => ScenarioCalibration.IsChanged(pair.Item))];
        if (changed.Length == 0)
        {
            yield return "Nothing to change: the scenario's own values lie within the intervals, or were not pinned down.";
            yield break;
        }

        yield return "To write into scenario.yaml, each with the word 'calibrated' and the source of the observed figure beside it:";
        foreach ((ScenarioParameter parameter, CalibratedParameter item) in changed)
        {
            foreach (FigureChange change in FigureChange.Of(calibration.Scenario, parameter, item.Value))
            {
                yield return change is { Present: { } present, Calibrated: { } calibrated }
                    ? $"  {change.Path}: {Number(calibrated)}   # now {Number(present)}; {WithInterval(item, present / parameter.Present)}"
                    : $"  {change.Path} × {Number(change.Times)}";
            }
        }

        if (changed.Length < calibration.Result.Parameters.Length)
        {
            yield return $"These values go with the best values of the other fitted figures. To leave those as they are, fit again with --parameters {string.Join(",", changed.Select(pair => pair.Parameter.Name))}, and write what comes out then.";
        }
    }

    private static string WithInterval(CalibratedParameter item, double scale)
    {
        string lower = item.Lower is { } low ? Number(low * scale) : $"{Number(item.Range.Low * scale)} or below";
        string upper = item.Upper is { } high ? Number(high * scale) : $"{Number(item.Range.High * scale)} or above";
        return $"95 % interval {lower} to {upper}";
    }

    private static IEnumerable<string> Unpinned(ScenarioCalibration calibration)
    {
        string[] labels = [.. Pairs(calibration).Select(pair => pair.Parameter.Label)];
        CalibrationResult result = calibration.Result;
        foreach (LooseCombination loose in result.Loose)
        {
            ImmutableArray<int> those = loose.Parameters;
            if (those.Length == 1)
            {
                yield return $"Not pinned down: {labels[those[0]]}. Across its whole range the observed figures change by no more than the doubt about them. Leave it out of --parameters, or observe a figure that it moves.";
            }
            else
            {
                string[] same = [.. those.Where(index => Math.Sign(loose.Weights[index]) == Math.Sign(loose.Weights[those[0]])).Select(index => labels[index])];
                string[] other = [.. those.Where(index => Math.Sign(loose.Weights[index]) != Math.Sign(loose.Weights[those[0]])).Select(index => labels[index])];
                string together = other.Length == 0 ? $"raising {List(same)} together" : $"raising {List(same)} while lowering {List(other)}";
                yield return $"Not pinned down: {List([.. those.Select(index => labels[index])])} by themselves. Only what they do together is known: {together} leaves the observed figures as they are, to within the doubt about them. Settle one by other knowledge and leave it out of --parameters, or observe a figure that tells them apart.";
            }
        }

        for (int one = 0; one < labels.Length; one++)
        {
            for (int other = one + 1; other < labels.Length; other++)
            {
                if (result.Correlations[one][other] is { } correlation && Math.Abs(correlation) >= Tied)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"Hard to tell apart: {labels[one]} and {labels[other]} (correlation of their errors {correlation:0.00}). Use both values, or neither.").Replace(" -", " −", StringComparison.Ordinal);
                }
            }
        }
    }

    private static IEnumerable<string> Ends(ScenarioCalibration calibration)
    {
        foreach ((ScenarioParameter parameter, CalibratedParameter item) in Pairs(calibration).Where(pair => pair.Item.IsPinnedDown && pair.Item.End != RangeEnd.None))
        {
            yield return $"{parameter.Label} ends at the {(item.End == RangeEnd.Low ? "low" : "high")} end of its range, {Number(item.Value)}: a better value may lie beyond, and its interval is not to be relied on. If such a value can be, widen it with --range {parameter.Name}=LOW:HIGH; if not, something else in the scenario is wrong.";
        }
    }

    private static IEnumerable<string> Fit(ScenarioCalibration calibration)
    {
        CalibrationResult result = calibration.Result;
        (ObservedFigure Figure, CalibratedOutput Item)[] all = [.. calibration.Question.Figures.Zip(result.Outputs)];
        string[] missed = [.. all.Where(pair => pair.Item.IsImplausible).Select(pair => NameOf(pair.Figure, calibration.Scenario))];
        if (missed.Length > 0)
        {
            yield return $"Not met: {List(missed)}. No values within the ranges bring the model within three standard errors of {(missed.Length == 1 ? "it" : "them")}: look for a mistake in the figure, for a definition that differs, or for a parameter that was not fitted. Do not trust the other values until that is found.";
        }

        string[] silent = [.. all.Where(pair => pair.Item.Slopes.All(slope => Math.Abs(slope) < Unmoved * Math.Sqrt(pair.Item.Observed.Variance))).Select(pair => NameOf(pair.Figure, calibration.Scenario))];
        if (silent.Length > 0)
        {
            yield return $"Says nothing: {List(silent)}. Nothing that was fitted moves {(silent.Length == 1 ? "it" : "them")} by a fifth of a standard error.";
        }

        // A Student's interval is two standard errors to either side, near enough to compare two doubts.
        string[] noisy = [.. all.Where(pair => pair.Item.AtBase.HalfWidth * pair.Item.AtBase.HalfWidth / 4 > pair.Item.Observed.Variance).Select(pair => NameOf(pair.Figure, calibration.Scenario))];
        if (noisy.Length > 0)
        {
            yield return $"Simulated less exactly than observed: {List(noisy)}. More --replications make the intervals of the fitted values narrower.";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Sum of squared distances, in standard errors: {result.SumOfSquaresAtBase:0.0} as the scenario stands, {result.SumOfSquares:0.0} with the best values.");
        if (result.DegreesOfFreedom <= 0)
        {
            yield return "There are no more observed figures than fitted ones: a good fit proves nothing about the model. Keep a figure back, or observe another, to test it by.";
        }
    }

    private static IEnumerable<string> Cover(ScenarioCalibration calibration)
    {
        bool allHaveTolerance = calibration.Question.Figures.All(figure => figure.Tolerance is not null);
        string model = allHaveTolerance
            ? "Tolerances are taken as what the model may be wrong by, with a confidence of 95 %."
            : "Where a figure has no tolerance the model is taken to be right about it.";
        yield return $"Intervals of fitted values are 95 %, each by itself, to first order; they cover the error of the observed figures, their tolerances and the noise of simulation. {model} Observed figures are taken as independent of each other. The cases open at the start are the scenario's own.";
    }

    private static string Rounds(CalibrationResult result) => string.Create(CultureInfo.InvariantCulture, $"{result.Rounds.Length} {(result.Rounds.Length == 1 ? "round" : "rounds")}");

    private static string List(string[] names) => names.Length < 2 ? string.Concat(names) : $"{string.Join("; ", names[..^1])} and {names[^1]}";
}
