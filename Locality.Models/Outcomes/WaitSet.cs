namespace LocalitySim.Models;

/// <summary>Gathers waits of many groups at once, and follows them in the order of time.</summary>
internal sealed class WaitSet(int parts)
{
    private readonly List<double> endTimes = [];
    private readonly List<int> ended = [];
    private readonly List<double> openTimes = [];
    private readonly List<int> open = [];
    private readonly List<(int First, int Count, int Children, bool IsAllocated)> waits = [];
    private readonly List<int> partsOfWaits = [];
    private readonly double[] children = new double[parts];

    /// <summary>Adds a wait.</summary>
    /// <param name="days">How long it was, or has been so far.</param>
    /// <param name="isAllocated">Whether it was allocated; null while it is open.</param>
    /// <param name="weight">Its children.</param>
    /// <param name="groups">The groups it belongs to.</param>
    internal void Add(double days, bool? isAllocated, int weight, ReadOnlySpan<int> groups)
    {
        (isAllocated is null ? openTimes : endTimes).Add(days);
        (isAllocated is null ? open : ended).Add(waits.Count);
        waits.Add((partsOfWaits.Count, groups.Length, weight, isAllocated == true));
        foreach (int group in groups)
        {
            partsOfWaits.Add(group);
            children[group] += weight;
        }
    }

    /// <summary>Estimates each group's curves; null for groups without a wait.</summary>
    /// <param name="gridOf">The grid on which a group's curve is kept.</param>
    /// <param name="lostOf">The group whose share lost is kept on its grid too; absent means none.</param>
    internal WaitCurve?[] Curves(Func<int, double[]> gridOf, int? lostOf = null)
    {
        WaitCurve?[] curves = [.. children.Select((sum, group) => sum > 0 ? new WaitCurve(sum, gridOf(group), group == lostOf) : null)];
        double[] ends = Sorted(endTimes, ended, out int[] endOrder);
        double[] opens = Sorted(openTimes, open, out int[] openOrder);
        int censored = 0;
        for (int index = 0; index < ends.Length && ends[index] <= Measure.HorizonDays; index++)
        {
            for (; censored < opens.Length && opens[censored] < ends[index]; censored++)
            {
                (int from, int length, int weight, _) = waits[openOrder[censored]];
                for (int at = from; at < from + length; at++)
                {
                    curves[partsOfWaits[at]]!.Censor(weight);
                }
            }

            (int first, int count, int size, bool isAllocated) = waits[endOrder[index]];
            for (int at = first; at < first + count; at++)
            {
                curves[partsOfWaits[at]]!.End(ends[index], size, isAllocated);
            }
        }

        foreach (WaitCurve? curve in curves)
        {
            curve?.Finish();
        }

        return curves;
    }

    private static double[] Sorted(List<double> times, List<int> items, out int[] order)
    {
        double[] keys = [.. times];
        order = [.. items];
        Array.Sort(keys, order);
        return keys;
    }
}
