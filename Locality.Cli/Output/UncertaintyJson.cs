using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is an analysis of uncertainty as it is written in JSON.</summary>
internal sealed record UncertaintyJson(
    RunManifest Manifest,
    string Measure,
    double Zone,
    bool Stopped,
    ImmutableArray<UncertaintyJson.StructureJson> Structures,
    ImmutableArray<UncertaintyJson.DifferenceJson> Differences,
    ImmutableArray<UncertaintyJson.FigureJson> Figures)
{
    internal static UncertaintyJson Of(UncertaintyAnalysis analysis, RunManifest manifest) => new(
        manifest,
        analysis.Question.Measure.Name,
        analysis.Question.IndifferenceZone,
        analysis.IsStopped,
        [.. analysis.Structures.Select(item => new StructureJson(
            item.Structure.Id, IntervalJson.Of(item.Mean), IntervalJson.Of(item.MeanRegret), item.WorstRegret, item.ShareBest, item.ShareWrong, item.Mark))],
        [.. analysis.Differences.Select(item => new DifferenceJson(
            item.Structure.Id,
            analysis.Structures[0].Structure.Id,
            ComparisonJson.DifferenceOf(item.Difference),
            item.AsTheyStand is { } known ? ComparisonJson.DifferenceOf(known) : null,
            item.FromFigures is { } figures ? IntervalJson.Of(figures) : null,
            item.FromDrift is { } drift ? IntervalJson.Of(drift) : null,
            item.FromChance))],
        [.. analysis.Figures.Select(item => new FigureJson(item.Figure.Figure, IntervalJson.Of(item.Information.Value), item.Information.Matters, item.Information.Explained))]);

    /// <summary>Is a structure.</summary>
    internal sealed record StructureJson(string Name, IntervalJson Mean, IntervalJson MeanRegret, double WorstRegret, double ShareBest, double ShareWrong, WrongMark? WrongWhere);

    /// <summary>Is a difference with what makes it unsure.</summary>
    internal sealed record DifferenceJson(
        string Structure,
        string Baseline,
        ComparisonJson.MeasureDifferenceJson Difference,
        ComparisonJson.MeasureDifferenceJson? FiguresAsTheyStand,
        IntervalJson? FromFigures,
        IntervalJson? FromDrift,
        double FromChance);

    /// <summary>Is what a figure is worth knowing.</summary>
    internal sealed record FigureJson(string Figure, IntervalJson WorthKnowing, bool Matters, double Explained);
}
