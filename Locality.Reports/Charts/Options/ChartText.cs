namespace LocalitySim.Reports;

/// <summary>Is how a text of a chart looks.</summary>
internal sealed record ChartText
{
    public bool? Show { get; init; }

    /// <summary>Gets the text itself, which the function <c>title</c> shows.</summary>
    public string? Text { get; init; }

    public string? Color { get; init; }

    public double? FontSize { get; init; }

    public string? FontWeight { get; init; }

    public string? Position { get; init; }

    public double? LineHeight { get; init; }

    public double? Width { get; init; }

    public string? Overflow { get; init; }

    public double? Interval { get; init; }

    public bool? HideOverlap { get; init; }

    public string? Align { get; init; }

    public string? Formatter { get; init; }

    public string? TextBorderColor { get; init; }

    public double? TextBorderWidth { get; init; }
}
