namespace LocalitySim.Reports;

/// <summary>Is how an item looks while somebody points at it.</summary>
internal sealed record ChartEmphasis
{
    public bool? Disabled { get; init; }

    public string? Focus { get; init; }
}
