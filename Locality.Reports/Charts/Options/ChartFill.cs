namespace LocalitySim.Reports;

/// <summary>Is how a filled shape looks.</summary>
internal sealed record ChartFill
{
    public string? Color { get; init; }

    public double? Opacity { get; init; }

    public string? BorderColor { get; init; }

    public double? BorderWidth { get; init; }

    public string? BorderType { get; init; }

    public string? AreaColor { get; init; }
}
