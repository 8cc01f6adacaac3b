using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is how a part of a structure differs from the same part of the baseline, future by future.</summary>
public sealed record BreakdownDifference
{
    /// <summary>Gets by what the structures are broken down.</summary>
    public required BreakdownDimension Dimension { get; init; }

    /// <summary>Gets which part this is.</summary>
    public required string Level { get; init; }

    /// <summary>Gets each measure's difference, in the order of <see cref="Measure.OfLevels"/>.</summary>
    public required ImmutableArray<MeasureDifference> Measures { get; init; }

    /// <summary>Returns one measure's difference; null where this dimension does not have it.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>The difference.</returns>
    public MeasureDifference? Of(Measure measure) => Measures.FirstOrDefault(item => ReferenceEquals(item.Measure, measure));
}
