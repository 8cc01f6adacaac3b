using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what one part of a structure came to over all futures.</summary>
public sealed record Breakdown
{
    /// <summary>Gets by what the structure is broken down.</summary>
    public required BreakdownDimension Dimension { get; init; }

    /// <summary>Gets which part this is: an id, a band, a fifth, an area or a first day.</summary>
    public required string Level { get; init; }

    /// <summary>Gets each measure, in the order of <see cref="Measure.OfLevels"/>.</summary>
    public required ImmutableArray<MeasureResult> Measures { get; init; }

    /// <summary>Gets each measure's value in each future; null where nothing was measured.</summary>
    public required ImmutableArray<ImmutableArray<double?>> Futures { get; init; }

    /// <summary>Returns one measure; null where this dimension does not have it.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>Its result.</returns>
    public MeasureResult? Of(Measure measure) => Measures.FirstOrDefault(item => ReferenceEquals(item.Measure, measure));

    /// <summary>Returns one measure's value in each future.</summary>
    /// <param name="measure">The measure: one that this dimension has.</param>
    /// <returns>The values, by replication.</returns>
    /// <exception cref="ArgumentException">This dimension does not have the measure.</exception>
    public ImmutableArray<double?> FuturesOf(Measure measure)
    {
        int index = Measure.OfLevels(Dimension).IndexOf(measure);
        return index >= 0 ? Futures[index] : throw new ArgumentException($"{Dimension} has no {measure}.", nameof(measure));
    }
}
