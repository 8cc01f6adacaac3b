namespace LocalitySim.Reports;

/// <summary>Is a map's ground.</summary>
internal sealed record ChartGeo
{
    public required string Map { get; init; }

    /// <summary>Gets the width of a unit over its height: 1, as maps are in metres.</summary>
    public double AspectScale { get; } = 1;

    public bool Roam { get; }

    public string? LayoutSize { get; init; }

    public ChartFill ItemStyle { get; } = new() { AreaColor = "@grid", BorderColor = "@paper", BorderWidth = 1 };

    public ChartEmphasis Emphasis { get; } = new() { Disabled = true };

    /// <summary>Gets the areas with a colour of their own.</summary>
    public System.Collections.Immutable.ImmutableArray<ChartDatum>? Regions { get; init; }
}
