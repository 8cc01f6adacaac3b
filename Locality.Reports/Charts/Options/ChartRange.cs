using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is the colours of a scale, from its least value to its greatest.</summary>
internal sealed record ChartRange
{
    public ImmutableArray<string> Color { get; init; } = ["@low", "@middle", "@high"];
}
