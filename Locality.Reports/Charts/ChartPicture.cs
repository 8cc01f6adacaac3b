using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is what is drawn of a chart: one picture, or several between which the reader moves.</summary>
internal sealed record ChartPicture
{
    /// <summary>Gets the names of the layers, of which one is shown at a time; one without a name where there is no choice.</summary>
    public ImmutableArray<string> Layers { get; init; } = [""];

    /// <summary>Gets the names of the frames that a slider moves through; one without a name where there is none.</summary>
    public ImmutableArray<string> Frames { get; init; } = [""];

    /// <summary>Gets the pictures: by layer and frame.</summary>
    public required ImmutableArray<ImmutableArray<ChartOption>> Options { get; init; }

    /// <summary>Gets the name and the shapes of the map that it is drawn on, as GeoJSON; absent where there is none.</summary>
    public ChartMap? Map { get; init; }

    /// <summary>Makes the picture of one option.</summary>
    internal static ChartPicture Of(ChartOption option) => new() { Options = [[option]] };
}
