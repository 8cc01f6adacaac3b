using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Names the columns that changes of a target are forecast from.</summary>
internal static class NeedFeatures
{
    internal const string Deprivation = "income deprivation";

    private const int LongMemory = 6;

    private static readonly string[] Counted = [.. NeedTarget.All.Select(target => target.Series), "in-need ends", "initial conferences", "looked after"];

    private static readonly ImmutableArray<PanelFeature> Place = [new(FeatureKind.Level, Deprivation), new(FeatureKind.Level, NeedColumn.Children)];

    private static readonly PanelFeature Flow = new(FeatureKind.Ratio, NeedTarget.InNeedStarts.Series) { Other = "in-need ends" };

    /// <summary>Returns the target's own past, deprivation and the number of children.</summary>
    internal static ImmutableArray<PanelFeature> Own(NeedTarget target) => [.. Past(target.Series), .. Place];

    /// <summary>Returns the past of all targets, deprivation, and what flows in over what flows out.</summary>
    internal static ImmutableArray<PanelFeature> Targets() => [.. NeedTarget.All.SelectMany(target => Past(target.Series)), Flow, Place[0]];

    /// <summary>Returns all that the table holds.</summary>
    internal static ImmutableArray<PanelFeature> All() =>
    [
        .. Counted.SelectMany(series => (PanelFeature[])[.. Past(series), new(FeatureKind.Departure, series) { Periods = LongMemory }]),
        Flow,
        new(FeatureKind.Ratio, NeedTarget.InNeed.Series) { Other = "in-need ends" },
        .. Place,
        .. NeedColumn.All.Where(column => column.Kind is NeedColumnKind.Percent).Select(column => new PanelFeature(FeatureKind.Value, column.Series)),
    ];

    private static PanelFeature[] Past(string series) => [new(FeatureKind.Level, series), new(FeatureKind.Change, series), new(FeatureKind.Departure, series)];
}
