using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a tornado as it is written in JSON.</summary>
internal sealed record SensitivityJson(
    RunManifest Manifest, string Structure, string Baseline, string Measure, string Method, string End, IntervalJson Base, ImmutableArray<SensitivityJson.BarJson> Bars, ImmutableArray<string> Missing)
{
    internal static SensitivityJson Of(DifferenceQuestion question, Tornado tornado, RunManifest manifest) => new(
        manifest,
        question.Structure,
        question.Baseline,
        question.Measure.Name,
        SensitivityRequest.Tornado,
        EndOf(!tornado.Missing.IsEmpty),
        IntervalJson.Of(tornado.Base),
        [.. tornado.Bars.Select(bar => new BarJson(
            bar.Parameter.Name, bar.Parameter.Low, bar.Parameter.Base, bar.Parameter.High, IntervalJson.Of(bar.Low.Mean), IntervalJson.Of(bar.High.Mean), IntervalJson.Of(bar.HighLessLow.Mean), bar.Swing))],
        [.. tornado.Missing.Select(item => item.Name)]);

    internal static string EndOf(bool stopped) => stopped ? "stopped" : "finished";

    /// <summary>Is what one figure does: changes of the difference, from the scenario's own value to either end, and from end to end.</summary>
    internal sealed record BarJson(string Parameter, double Low, double Present, double High, IntervalJson AtLow, IntervalJson AtHigh, IntervalJson HighLessLow, double Swing);
}
