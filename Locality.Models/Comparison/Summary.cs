using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Turns futures into means, differences and intervals.</summary>
internal static class Summary
{
    internal static StructureResult Of(StructureBasis basis, FreedMoney freedMoney, ReplicationOutcome[] futures)
    {
        ImmutableArray<ImmutableArray<double?>> values =
            [.. Measure.All.Select((_, index) => futures.Select(future => future.Values[index]).ToImmutableArray())];
        return new StructureResult
        {
            Structure = basis.Structure,
            FreedMoney = freedMoney,
            BoughtFte = basis.BoughtInTheEnd,
            Cost = basis.Cost,
            Futures = values,
            Measures = [.. Measure.All.Select((measure, index) => measure.IsWaitQuantile
                ? Quantile(measure, futures)
                : Mean(measure, values[index]))],
        };
    }

    internal static StructureDifference Difference(StructureResult structure, StructureResult baseline) => new()
    {
        Structure = structure,
        Baseline = baseline,
        Measures = [.. Measure.All.Select(measure => Difference(measure, structure.FuturesOf(measure), baseline.FuturesOf(measure)))],
    };

    private static MeasureResult Mean(Measure measure, ImmutableArray<double?> futures)
    {
        double[] values = [.. futures.OfType<double>()];
        if (values.Length == 0)
        {
            return new MeasureResult(measure, null, null, null);
        }

        Interval interval = Confidence.Mean(values);

        // Student's interval knows nothing of what is possible: a share below zero is not.
        double? lower = Finite(interval.Lower);
        double? upper = Finite(interval.Upper);
        return new MeasureResult(measure, interval.Mean, lower < measure.Least ? measure.Least : lower, upper > measure.Greatest ? measure.Greatest : upper);
    }

    /// <summary>Finds where the mean of the futures' curves reaches the share, with the interval at which its confidence band does.</summary>
    private static MeasureResult Quantile(Measure measure, ReplicationOutcome[] futures)
    {
        double share = ReferenceEquals(measure, Measure.MedianWait) ? 0.5 : 0.9;
        PooledCurveQuantile quantile = PooledCurveQuantile.Of(WaitGrid.Times, [.. futures.Select(future => future.AllocatedCurve)], share);
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

        // One future says nothing of the chance.
        bool single = to.Count == 1;
        PairedDifference paired = PairedDifference.Of([.. from], [.. to]);
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
