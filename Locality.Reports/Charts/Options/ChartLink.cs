namespace LocalitySim.Reports;

/// <summary>Is a link of a flow or a graph, by the names or numbers of its ends.</summary>
internal sealed record ChartLink
{
    public required string Source { get; init; }

    public required string Target { get; init; }

    public double? Value { get; init; }

    public string? Tip { get; init; }

    public ChartLine? LineStyle { get; init; }

    public ChartText? Label { get; init; }
}
