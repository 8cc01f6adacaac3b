using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a calibration as it is written in JSON.</summary>
internal sealed record CalibrationJson(
    RunManifest Manifest,
    string Structure,
    string End,
    int Evaluations,
    int FreshReplications,
    ImmutableArray<CalibrationJson.ParameterJson> Parameters,
    ImmutableArray<CalibrationJson.FigureJson> Figures,
    ImmutableArray<CalibrationJson.LooseJson> NotPinnedDown,
    ImmutableArray<ImmutableArray<double?>> Correlations,
    double? CollinearityIndex,
    double SumOfSquaresPresent,
    double SumOfSquares,
    int DegreesOfFreedom,
    ImmutableArray<CalibrationRound> Rounds)
{
    internal static CalibrationJson Of(ScenarioCalibration calibration, RunManifest manifest)
    {
        CalibrationResult result = calibration.Result;
        return new CalibrationJson(
            manifest,
            calibration.Question.Structure,
            EndOf(result.End),
            result.Evaluations,
            result.FreshReplications,
            [.. CalibrationWords.Pairs(calibration).Select(pair => ParameterOf(calibration.Scenario, pair.Parameter, pair.Item))],
            [.. calibration.Question.Figures.Zip(result.Outputs).Select(pair => FigureOf(pair.First, pair.Second))],
            [.. result.Loose.Select(item => new LooseJson([.. item.Parameters.Select(index => new WeightJson(result.Parameters[index].Range.Name, item.Weights[index]))], item.StandardError))],
            result.Correlations,
            result.CollinearityIndex,
            result.SumOfSquaresAtBase,
            result.SumOfSquares,
            result.DegreesOfFreedom,
            result.Rounds);
    }

    private static ParameterJson ParameterOf(Scenario scenario, ScenarioParameter parameter, CalibratedParameter item) => new(
        parameter.Name,
        parameter.Unit,
        parameter.Present,
        item.Range.Low,
        item.Range.High,
        item.Value,
        item.Lower,
        item.Upper,
        item.StandardError,
        item.IsPinnedDown,
        item.End switch
        {
            RangeEnd.Low => "low",
            RangeEnd.High => "high",
            _ => null,
        },
        item.BaseFits,
        ScenarioCalibration.IsChanged(item),
        item.Influence,
        FigureChange.Of(scenario, parameter, item.Value));

    private static FigureJson FigureOf(ObservedFigure figure, CalibratedOutput item) => new(
        figure.Measure.Name,
        figure.By is { } by ? Observables.NameOf(by) : null,
        figure.Part,
        Observables.UnitOf(figure.Measure),
        figure.Value,
        figure.StandardError,
        figure.Tolerance,
        figure.Source,
        IntervalJson.Of(item.AtBase),
        IntervalJson.Of(item.Simulated),
        item.StandardizedResidual,
        item.IsWithinTolerance,
        item.IsImplausible,
        item.Slopes);

    private static string EndOf(CalibrationEnd end) => end switch
    {
        CalibrationEnd.Settled => "settled",
        CalibrationEnd.RefinementsSpent => "refinements-spent",
        _ => "stopped",
    };

    /// <summary>Is a fitted parameter.</summary>
    internal sealed record ParameterJson(
        string Parameter,
        string Unit,
        double Present,
        double Low,
        double High,
        double Value,
        double? Lower,
        double? Upper,
        double? StandardError,
        bool IsPinnedDown,
        string? RangeEnd,
        bool PresentFits,
        bool IsChanged,
        double Influence,
        ImmutableArray<FigureChange> Changes);

    /// <summary>Is an observed figure, and how it is simulated.</summary>
    internal sealed record FigureJson(
        string Measure,
        string? By,
        string? Part,
        string Unit,
        double Value,
        double? StandardError,
        double? Tolerance,
        string Source,
        IntervalJson Present,
        IntervalJson Calibrated,
        double StandardizedResidual,
        bool? IsWithinTolerance,
        bool IsImplausible,
        ImmutableArray<double> Slopes);

    /// <summary>Is a combination that is not pinned down.</summary>
    internal sealed record LooseJson(ImmutableArray<WeightJson> Parameters, double? StandardError);

    /// <summary>Is the part of one parameter in it.</summary>
    internal sealed record WeightJson(string Parameter, double Weight);
}
