using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>
/// Histograms of the derivatives by column and bin. Each column's is filled by one thread in the order of the rows, so that its bits do
/// not depend on the number of threads. That of a node's larger side is the node's less that of the smaller (Ke et al. 2017, section 2.1).
/// </summary>
internal sealed class Histograms
{
    private readonly BinnedColumns columns;
    private readonly int[] starts;
    private readonly Stack<Vector128<double>[]> free = new();

    internal Histograms(BinnedColumns columns)
    {
        this.columns = columns;
        starts = new int[columns.Bins.Length + 1];
        for (int column = 0; column < columns.Bins.Length; column++)
        {
            starts[column + 1] = starts[column] + columns.Bins[column].Bins + 1;
        }
    }

    /// <summary>A histogram for a node; what it holds is to be cleared.</summary>
    internal Vector128<double>[] Rent() => free.TryPop(out Vector128<double>[]? kept) ? kept : new Vector128<double>[starts[^1]];

    /// <summary>Takes a histogram back.</summary>
    internal void Return(Vector128<double>[]? histogram)
    {
        if (histogram is not null)
        {
            free.Push(histogram);
        }
    }

    /// <summary>The cells of a column: one for each bin, then that of missing values.</summary>
    internal Span<Vector128<double>> Cells(Vector128<double>[] histogram, int column) =>
        histogram.AsSpan(starts[column], starts[column + 1] - starts[column]);

    /// <summary>Fills one or two columns of a node's histogram.</summary>
    internal void Fill(Vector128<double>[] histogram, ReadOnlySpan<int> pair, ReadOnlySpan<int> rows, ReadOnlySpan<Vector128<double>> gradients)
    {
        // Two at a time: where rows in turn meet the same bin, one column's additions wait for each other while the other's go on.
        foreach (int column in pair)
        {
            Cells(histogram, column).Clear();
        }

        ref Vector128<double> cells = ref MemoryMarshal.GetReference(Cells(histogram, pair[0]));
        ref byte codes = ref MemoryMarshal.GetArrayDataReference(columns.Codes[pair[0]]);
        if (pair.Length == 1)
        {
            for (int place = 0; place < rows.Length; place++)
            {
                Unsafe.Add(ref cells, Unsafe.Add(ref codes, rows[place])) += gradients[place];
            }

            return;
        }

        // Every code is at most the column's number of bins, and every row is one of the data's: no index can be out of range.
        ref Vector128<double> otherCells = ref MemoryMarshal.GetReference(Cells(histogram, pair[1]));
        ref byte otherCodes = ref MemoryMarshal.GetArrayDataReference(columns.Codes[pair[1]]);
        ref Vector128<double> gradient = ref MemoryMarshal.GetReference(gradients);
        for (int place = 0; place < rows.Length; place++)
        {
            int row = rows[place];
            Vector128<double> both = Unsafe.Add(ref gradient, place);
            Unsafe.Add(ref cells, Unsafe.Add(ref codes, row)) += both;
            Unsafe.Add(ref otherCells, Unsafe.Add(ref otherCodes, row)) += both;
        }
    }

    /// <summary>Takes the smaller side's sums of a column off the whole's, which leaves the larger side's.</summary>
    internal void Subtract(Vector128<double>[] whole, Vector128<double>[] smaller, int column)
    {
        Span<Vector128<double>> left = Cells(whole, column);
        Span<Vector128<double>> right = Cells(smaller, column);
        for (int bin = 0; bin < left.Length; bin++)
        {
            left[bin] -= right[bin];
        }
    }
}
