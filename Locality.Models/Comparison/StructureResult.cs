using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what a structure came to over all futures.</summary>
public sealed record StructureResult
{
    /// <summary>Gets the structure.</summary>
    public required Structure Structure { get; init; }

    /// <summary>Gets what is done with freed money in this variant.</summary>
    public required FreedMoney FreedMoney { get; init; }

    /// <summary>Gets the full-time equivalents that freed money buys; negative where posts are given up.</summary>
    public required double BoughtFte { get; init; }

    /// <summary>Gets the recurrent cost with expected mileage.</summary>
    public required YearlyCost Cost { get; init; }

    /// <summary>Gets what each partner agency pays of that cost.</summary>
    public ImmutableArray<AgencyCost> Agencies { get; init; } = [];

    /// <summary>Gets the outcome part by part: dimension by dimension, and level by level.</summary>
    public ImmutableArray<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>Gets the shares allocated and lost by each day of the wait; null where the futures were kept without it, as in a ranking, or nobody waited.</summary>
    public WaitDistribution? WaitDistribution { get; init; }

    /// <summary>Gets how points are spread over workers; null where the futures were kept without it, or no post was ever filled.</summary>
    public WorkerCaseloads? WorkerCaseloads { get; init; }

    /// <summary>Gets what became of the referrals; null where the futures were kept without it.</summary>
    public ReferralFlow? ReferralFlow { get; init; }

    /// <summary>Gets each measure, in the order of <see cref="Measure.All"/>.</summary>
    public required ImmutableArray<MeasureResult> Measures { get; init; }

    /// <summary>Gets each measure's value in each future; null where nothing was measured.</summary>
    public required ImmutableArray<ImmutableArray<double?>> Futures { get; init; }

    /// <summary>Gets whether the list of waiting cases grows: the interval of its growth lies above zero.</summary>
    public bool ListGrows => Of(Measure.ListGrowth).Lower > 0;

    /// <summary>Returns one measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>Its result.</returns>
    public MeasureResult Of(Measure measure) => Measures[Measure.All.IndexOf(measure)];

    /// <summary>Returns the outcome of one part.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="level">The level's name: an id, a band such as <c>5 to 9</c>, a fifth from 1 to 5, an area, or a first day such as <c>2026-04-01</c>.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public Breakdown Of(BreakdownDimension dimension, string level) =>
        Breakdowns.FirstOrDefault(item => item.Dimension == dimension && string.Equals(item.Level, level, StringComparison.Ordinal))
        ?? throw new ArgumentException($"'{level}' is no level of {dimension} here.", nameof(level));

    /// <summary>Returns one measure's value in each future.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>The values, by replication.</returns>
    public ImmutableArray<double?> FuturesOf(Measure measure) => Futures[Measure.All.IndexOf(measure)];

    /// <summary>Returns the value of a measure that a share of futures does not exceed: 0.5 for the middle future, 0.9 for a bad one.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="share">The share: above 0, below 1.</param>
    /// <returns>The value with its interval; null where nothing was measured.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public FutureQuantile? QuantileOfFutures(Measure measure, double share)
    {
        double[] values = [.. FuturesOf(measure).OfType<double>()];
        if (values.Length == 0)
        {
            return null;
        }

        OrderStatistics quantile = OrderStatistics.Quantile(values, share);
        return new FutureQuantile(quantile.Value, quantile.Lower, quantile.Upper);
    }
}
