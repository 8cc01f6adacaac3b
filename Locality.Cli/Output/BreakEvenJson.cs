using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a break-even as it is written in JSON.</summary>
internal sealed record BreakEvenJson(
    RunManifest Manifest,
    string Structure,
    string Baseline,
    string Measure,
    string Parameter,
    string Unit,
    double Present,
    string End,
    string Verdict,
    double? Value,
    double? Lower,
    double? Upper,
    int ClearSignChanges,
    ImmutableArray<BreakEvenJson.PointJson> Grid)
{
    internal static BreakEvenJson Of(DifferenceQuestion question, ScenarioParameter parameter, BreakEven found, RunManifest manifest) => new(
        manifest,
        question.Structure,
        question.Baseline,
        question.Measure.Name,
        parameter.Name,
        parameter.Unit,
        parameter.Present,
        SensitivityJson.EndOf(found.Verdict == BreakEvenVerdict.NotYetTold),
        BreakEvenWords.NameOf(found.Verdict),
        found.Value,
        found.Lower,
        found.Upper,
        found.ClearSignChanges,
        [.. found.Grid.Select(point => new PointJson(point.Value, IntervalJson.Of(point.Difference)))]);

    /// <summary>Is the difference at a value of the figure.</summary>
    internal sealed record PointJson(double Value, IntervalJson Difference);
}
