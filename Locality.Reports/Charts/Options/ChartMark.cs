namespace LocalitySim.Reports;

/// <summary>Is a part of an axis that is drawn or not.</summary>
internal sealed record ChartMark
{
    public bool Show { get; init; } = true;

    public ChartLine? LineStyle { get; init; }
}
