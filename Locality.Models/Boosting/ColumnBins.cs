namespace LocalitySim.Models;

/// <summary>
/// The bins of a column, of about equally many rows: bin b holds what is at most threshold b and above the one before; the last bin has no
/// threshold. A further code after the last bin stands for a missing value. Immutable.
/// Source: the histograms of Ke et al., "LightGBM", NeurIPS 2017, section 2.1.
/// </summary>
/// <param name="Thresholds">The thresholds, growing.</param>
internal sealed record ColumnBins(double[] Thresholds)
{
    /// <summary>The number of bins, which is also the code of a missing value.</summary>
    internal int Bins => Thresholds.Length + 1;

    /// <summary>Bins the values: one each where there are few enough, or else by greedy quantiles, a frequent value by itself.</summary>
    internal static ColumnBins Of(double[] values, int most)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);

        // NaN is sorted before all numbers.
        int first = Array.FindIndex(sorted, value => !double.IsNaN(value));
        ReadOnlySpan<double> known = sorted.AsSpan(first < 0 ? sorted.Length : first);
        int distinct = 0;
        for (int place = 0; place < known.Length; place = RunEnd(known, place))
        {
            distinct++;
        }

        List<double> thresholds = [];
        long remaining = known.Length;
        int start = 0;
        int end = known.IsEmpty ? 0 : RunEnd(known, 0);
        while (end < known.Length)
        {
            int next = RunEnd(known, end);
            double left = most - thresholds.Count;
            bool isFull = distinct <= most || end - start >= remaining / left || next - end >= remaining / left;
            if (isFull && left > 1)
            {
                thresholds.Add(Between(known[end - 1], known[end]));
                remaining -= end - start;
                start = end;
            }

            end = next;
        }

        return new ColumnBins([.. thresholds]);
    }

    /// <summary>The code of each value.</summary>
    internal byte[] Codes(double[] values)
    {
        byte[] codes = new byte[values.Length];
        for (int row = 0; row < values.Length; row++)
        {
            codes[row] = (byte)Code(values[row]);
        }

        return codes;
    }

    // The place after the values equal to that of a place.
    private static int RunEnd(ReadOnlySpan<double> sorted, int place)
    {
        int end = place + 1;
        while (end < sorted.Length && sorted[end] == sorted[place])
        {
            end++;
        }

        return end;
    }

    /// <summary>A number a ≤ m &lt; b about half way.</summary>
    private static double Between(double a, double b)
    {
        double middle = (0.5 * a) + (0.5 * b);
        return middle >= a && middle < b ? middle : a;
    }

    private int Code(double value)
    {
        if (double.IsNaN(value))
        {
            return Bins;
        }

        int low = 0;
        int high = Thresholds.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = value <= Thresholds[middle] ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
