namespace LocalitySim.Reports;

/// <summary>Is what a chart shows where somebody points. It is drawn as text, never as HTML: names come from outside.</summary>
internal sealed record ChartTooltip
{
    public string Trigger { get; init; } = "item";

    public string RenderMode { get; } = "richText";

    public string Formatter { get; init; } = "#tip";

    public bool Confine { get; } = true;

    public string BackgroundColor { get; } = "@paper";

    public string BorderColor { get; } = "@line";

    public ChartText TextStyle { get; } = new() { Color = "@ink", FontSize = 13 };
}
