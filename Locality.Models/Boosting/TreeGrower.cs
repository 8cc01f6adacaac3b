using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>Grows a tree level by level on the rows and columns of a round.</summary>
internal sealed class TreeGrower(TreeData data, BinnedColumns columns, BoostingOptions options, FixedChunks chunks)
{
    private readonly Histograms histograms = new(columns);
    private readonly ColumnSplitSearch search = new(options);
    private readonly MonotoneDirection?[] directions =
        [.. data.Columns.Select(name => options.Monotone.TryGetValue(name, out MonotoneDirection direction) ? direction : (MonotoneDirection?)null)];

    /// <summary>Grows a tree; null where its root has no split. The sample then knows the leaf of each of its rows.</summary>
    internal BinnedTree? Grow(RowSample sample, int[] used, LossFunction loss)
    {
        GrowingNode root = new(0, 0, sample.Count, Total(sample), double.NegativeInfinity, double.PositiveInfinity);
        root.Histogram = histograms.Rent();
        Search([(root, null)], used, sample);
        if (root.Split is null)
        {
            histograms.Return(root.Histogram);
            return null;
        }

        List<BinnedNode> nodes = [default];
        List<GrowingNode> level = [root];
        for (int depth = 1; level.Count > 0; depth++)
        {
            sample.Split(level, columns);
            List<GrowingNode> next = [];
            foreach (GrowingNode node in level.Where(node => node.LeftCount == 0 || node.LeftCount == node.Count))
            {
                // Rounding alone made a side where no row is.
                node.Split = null;
                next.Add(node);
            }

            List<(GrowingNode Filled, GrowingNode? Larger)> work = [];
            foreach (GrowingNode node in level.Where(node => node.Split is not null))
            {
                (GrowingNode left, GrowingNode right) = Sides(node, nodes.Count, loss);
                nodes[node.Number] = new BinnedNode(node.Split, left.Number, right.Number, 0);
                nodes.AddRange([default, default]);
                next.AddRange([left, right]);
                Plan(node, left, right, depth < options.MaximumDepth, work);
            }

            Search(work, used, sample);
            GrowingNode[] leaves = [.. next.Where(node => node.Split is null)];
            double[] values = new double[leaves.Length];
            chunks.Each(leaves.Length, leaf => values[leaf] = Finish(leaves[leaf], sample, loss));
            foreach ((int place, GrowingNode leaf) in leaves.Index())
            {
                nodes[leaf.Number] = new BinnedNode(null, 0, 0, values[place]);
                histograms.Return(leaf.Histogram);
            }

            level = [.. next.Where(node => node.Split is not null)];
        }

        return new BinnedTree([.. nodes], columns);
    }

    // What is under a split along a bound column keeps to its own side of the middle between the two sides' values.
    private (GrowingNode Left, GrowingNode Right) Sides(GrowingNode node, int number, LossFunction loss)
    {
        SplitCandidate split = node.Split!.Value;
        Vector128<double> rest = node.Sums - split.Left;
        GrowingNode left = new(number, node.Start, node.LeftCount, split.Left, node.Lower, node.Upper);
        GrowingNode right = new(number + 1, node.Start + node.LeftCount, node.Count - node.LeftCount, rest, node.Lower, node.Upper);
        if (directions[split.Column] is not { } direction)
        {
            return (left, right);
        }

        double middle = 0.5 * (Value(split.Left, node, loss) + Value(rest, node, loss));
        return direction == MonotoneDirection.Increasing
            ? (left with { Upper = middle }, right with { Lower = middle })
            : (left with { Lower = middle }, right with { Upper = middle });
    }

    // The smaller side's histogram is filled; the larger's is the parent's less it. A side that cannot split needs none of its own.
    private void Plan(GrowingNode node, GrowingNode left, GrowingNode right, bool mayGrow, List<(GrowingNode Filled, GrowingNode? Larger)> work)
    {
        (GrowingNode smaller, GrowingNode larger) = left.Count <= right.Count ? (left, right) : (right, left);
        bool largerMay = mayGrow && MayGrow(larger);
        if (largerMay || (mayGrow && MayGrow(smaller)))
        {
            smaller.Histogram = histograms.Rent();
            work.Add((smaller, largerMay ? larger : null));
        }

        if (largerMay)
        {
            larger.Histogram = node.Histogram;
        }
        else
        {
            histograms.Return(node.Histogram);
        }
    }

    private bool MayGrow(GrowingNode node) => node.Count > 1 && node.Sums[1] >= 2 * options.MinimumChildWeight;

    private void Search(List<(GrowingNode Filled, GrowingNode? Larger)> work, int[] used, RowSample sample)
    {
        if (work.Count == 0)
        {
            return;
        }

        int pairs = (used.Length + 1) / 2;
        SplitCandidate?[] found = new SplitCandidate?[2 * work.Count * used.Length];
        chunks.Each(work.Count * pairs, task =>
        {
            (GrowingNode filled, GrowingNode? rest) = work[task / pairs];
            int first = 2 * (task % pairs);
            ReadOnlySpan<int> pair = used.AsSpan(first, Math.Min(2, used.Length - first));
            histograms.Fill(filled.Histogram!, pair, sample.Rows.AsSpan(filled.Start, filled.Count), sample.Gradients.AsSpan(filled.Start, filled.Count));
            for (int place = 0; place < pair.Length; place++)
            {
                int column = pair[place];
                int at = (2 * (task / pairs) * used.Length) + first + place;
                found[at] = Best(filled, column);
                if (rest is not null)
                {
                    histograms.Subtract(rest.Histogram!, filled.Histogram!, column);
                    found[at + used.Length] = Best(rest, column);
                }
            }
        });
        foreach ((int place, (GrowingNode filled, GrowingNode? rest)) in work.Index())
        {
            filled.Split = First(found.AsSpan(2 * place * used.Length, used.Length));
            if (rest is not null)
            {
                rest.Split = First(found.AsSpan(((2 * place) + 1) * used.Length, used.Length));
            }
        }
    }

    private SplitCandidate? Best(GrowingNode node, int column) =>
        MayGrow(node) ? search.Best(node, column, histograms.Cells(node.Histogram!, column), directions[column]) : null;

    // Of equal gains the first column's counts, whatever thread was first.
    private static SplitCandidate? First(ReadOnlySpan<SplitCandidate?> found)
    {
        SplitCandidate? best = null;
        foreach (SplitCandidate? one in found)
        {
            best = one is { } split && (best is not { } other || split.Gain > other.Gain) ? one : best;
        }

        return best;
    }

    // A leaf's own sum, free of what subtracting histograms has rounded.
    private double Finish(GrowingNode leaf, RowSample sample, LossFunction loss)
    {
        Vector128<double> sums = Vector128<double>.Zero;
        for (int place = leaf.Start; place < leaf.Start + leaf.Count; place++)
        {
            sums += sample.Gradients[place];
            sample.Leaves[sample.Rows[place]] = (ushort)leaf.Number;
        }

        return options.Shrinkage * Value(sums, leaf, loss);
    }

    private double Value(Vector128<double> sums, GrowingNode node, LossFunction loss) =>
        Math.Clamp(loss.Step(sums[0], sums[1], options.L2), node.Lower, node.Upper);

    private Vector128<double> Total(RowSample sample) => chunks.Sum(sample.Count, (from, to) =>
    {
        Vector128<double> sum = Vector128<double>.Zero;
        for (int place = from; place < to; place++)
        {
            sum += sample.Gradients[place];
        }

        return sum;
    });
}
