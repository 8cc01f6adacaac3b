using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a report before it is written: what it says and shows, whatever form it takes. Immutable.</summary>
/// <remarks>Every text is plain text, and may hold whatever a scenario calls its places: each form escapes it in its own way.</remarks>
public sealed record Report
{
    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the question that it answers; empty where none was asked.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the sections, in the order in which they are read.</summary>
    public required ImmutableArray<ReportSection> Sections { get; init; }

    /// <summary>Gets by what it was made.</summary>
    public required string Footer { get; init; }

    /// <summary>Gets the names from the scenario that sentences hold, so that one written from right to left does not turn the numbers beside it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Gets the charts, in the order in which they stand.</summary>
    public IEnumerable<Chart> Charts => Sections.SelectMany(section => section.Blocks).SelectMany(ChartsOf);

    private static IEnumerable<Chart> ChartsOf(ReportBlock block) => block switch
    {
        ChartBlock chart => [chart.Chart],
        FoldedBlock folded => folded.Blocks.SelectMany(ChartsOf),
        _ => [],
    };
}
