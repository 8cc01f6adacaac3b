namespace LocalitySim.Reports;

/// <summary>Is the room of a chart's axes, in pixels from its edges.</summary>
internal sealed record ChartGrid
{
    public double Top { get; init; } = 36;

    public double Right { get; init; } = 24;

    public double Bottom { get; init; } = 44;

    public double Left { get; init; } = 16;

    public bool ContainLabel { get; } = true;
}
