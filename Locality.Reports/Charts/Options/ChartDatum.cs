using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is an item of a series.</summary>
internal sealed record ChartDatum
{
    public string? Name { get; init; }

    public ImmutableArray<double?>? Value { get; init; }

    /// <summary>Gets what is shown where somebody points at it, line by line.</summary>
    public string? Tip { get; init; }

    public ChartFill? ItemStyle { get; init; }

    public ChartText? Label { get; init; }

    public string? Symbol { get; init; }

    public double? SymbolSize { get; init; }

    /// <summary>Gets where a node of a graph stands, or how deep one of a flow.</summary>
    public double? X { get; init; }

    public double? Y { get; init; }

    public int? Depth { get; init; }

    /// <summary>Gets the corners of a line on a map.</summary>
    public ImmutableArray<ImmutableArray<double>>? Coords { get; init; }
}
