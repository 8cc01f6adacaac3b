namespace LocalitySim.Reports;

/// <summary>Is how a line looks.</summary>
internal sealed record ChartLine
{
    public string? Color { get; init; }

    public double? Width { get; init; }

    public string? Type { get; init; }

    public double? Opacity { get; init; }

    public double? Curveness { get; init; }
}
