using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Turns futures into means, differences and intervals.</summary>
internal static class Summary
{
    internal static StructureResult Of(OutcomeBasis outcome, FreedMoney freedMoney, ReplicationOutcome[] futures)
    {
        StructureBasis basis = outcome.Basis;
        ImmutableArray<ImmutableArray<double?>> values =
            [.. Measure.All.Select((_, index) => futures.Select(future => future.Values[index]).ToImmutableArray())];
        return new StructureResult
        {
            Structure = basis.Structure,
            FreedMoney = freedMoney,
            BoughtFte = basis.BoughtInTheEnd,
            Cost = basis.Cost,
            Agencies = outcome.Agencies,
            Breakdowns = Breakdowns(outcome.Levels, futures),
            WaitDistribution = WaitDistribution.Of(futures),
            WorkerCaseloads = WorkerCaseloads.Of(futures),
            ReferralFlow = ReferralFlow.Of(outcome.Flow, futures),
            Futures = values,
            Measures = [.. Measure.All.Select((measure, index) => measure.IsWaitQuantile
                ? Quantile(measure, WaitGrid.Times, [.. futures.Select(future => future.AllocatedCurve)])
                : Mean(measure, values[index]))],
        };
    }

    internal static StructureDifference Difference(StructureResult structure, StructureResult baseline) => new()
    {
        Structure = structure,
        Baseline = baseline,
        Measures = [.. Measure.All.Select(measure => Difference(measure, structure.FuturesOf(measure), baseline.FuturesOf(measure)))],
        Breakdowns = [.. structure.Breakdowns.SelectMany(item => Match(item, baseline.Breakdowns) is { } other ? new[] { Difference(item, other) } : [])],
    };

    /// <summary>Finds the same level of another structure; null for localities, which structures do not share, and where there is none.</summary>
    private static Breakdown? Match(Breakdown item, ImmutableArray<Breakdown> others) => item.Dimension == BreakdownDimension.Locality
        ? null
        : others.FirstOrDefault(other => other.Dimension == item.Dimension && string.Equals(other.Level, item.Level, StringComparison.Ordinal));

    private static BreakdownDifference Difference(Breakdown item, Breakdown other) => new()
    {
        Dimension = item.Dimension,
        Level = item.Level,
        Measures = [.. item.Measures.Select((result, index) => Difference(result.Measure, item.Futures[index], other.Futures[index]))],
    };

    /// <summary>Describes every part; none where the futures were kept without parts.</summary>
    private static ImmutableArray<Breakdown> Breakdowns(BreakdownLevels levels, ReplicationOutcome[] futures) => Array.TrueForAll(futures, future => future.Levels.Length == 0)
        ? []
        : [.. from dimension in Enum.GetValues<BreakdownDimension>()
            from level in Enumerable.Range(0, levels.Names[(int)dimension].Length)
            select Breakdown(dimension, levels.Names[(int)dimension][level], [.. futures.Select(future => future.Levels[(int)dimension][level])])];

    private static Breakdown Breakdown(BreakdownDimension dimension, string level, LevelOutcome[] futures)
    {
        ImmutableArray<Measure> measures = Measure.OfLevels(dimension);
        ImmutableArray<ImmutableArray<double?>> values = [.. measures.Select((_, index) => futures.Select(future => future.Values[index]).ToImmutableArray())];
        double[][] curves = [.. futures.Select(future => future.AllocatedCurve).OfType<double[]>()];
        return new Breakdown
        {
            Dimension = dimension,
            Level = level,
            Futures = values,
            Measures = [.. measures.Select((measure, index) => measure.IsWaitQuantile ? Quantile(measure, WaitGrid.CoarseTimes, curves) : Mean(measure, values[index]))],
        };
    }

    private static MeasureResult Mean(Measure measure, ImmutableArray<double?> futures)
    {
        double[] values = [.. futures.OfType<double>()];
        if (values.Length == 0)
        {
            return new MeasureResult(measure, null, null, null);
        }

        MeanOverFutures mean = MeanOverFutures.Of(values, measure.Least, measure.Greatest);
        return new MeasureResult(measure, mean.Mean, mean.Lower, mean.Upper);
    }

    /// <summary>Finds where the mean of the futures' curves reaches the share, with the interval at which its confidence band does.</summary>
    private static MeasureResult Quantile(Measure measure, double[] grid, double[][] curves)
    {
        if (curves.Length == 0)
        {
            return new MeasureResult(measure, null, null, null);
        }

        double share = ReferenceEquals(measure, Measure.MedianWait) ? 0.5 : 0.9;
        PooledCurveQuantile quantile = PooledCurveQuantile.Of(grid, curves, share);
        return new MeasureResult(measure, quantile.Value, quantile.Lower, quantile.Upper);
    }

    private static MeasureDifference Difference(Measure measure, ImmutableArray<double?> structure, ImmutableArray<double?> baseline)
    {
        List<double> from = [];
        List<double> to = [];
        for (int future = 0; future < structure.Length; future++)
        {
            if (structure[future] is { } value && baseline[future] is { } other)
            {
                from.Add(other);
                to.Add(value);
            }
        }

        if (to.Count == 0)
        {
            return new MeasureDifference(measure, null, null, null, null, null);
        }

        return Difference(measure, PairedDifference.Of([.. from], [.. to]));
    }

    /// <summary>Describes the differences of one measure, one for each future.</summary>
    internal static MeasureDifference Difference(Measure measure, double[] differences) =>
        Difference(measure, PairedDifference.Of(new double[differences.Length], differences));

    private static MeasureDifference Difference(Measure measure, PairedDifference paired)
    {
        // One future says nothing of the chance.
        bool single = paired.Count == 1;
        (double? probability, double? share) = measure.Better switch
        {
            BetterWhen.Lower => ((double?)paired.ProbabilityBelowZero, (double?)paired.ShareBelowZero),
            BetterWhen.Higher => (1 - paired.ProbabilityBelowZero, paired.ShareAboveZero),
            _ => (null, null),
        };
        return new MeasureDifference(measure, paired.Mean.Mean, Finite(paired.Mean.Lower), Finite(paired.Mean.Upper), single ? null : probability, share);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
