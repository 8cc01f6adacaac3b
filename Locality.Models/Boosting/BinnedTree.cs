using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>A tree over the bins of the data that it was fitted to. A node comes after the one that it hangs on.</summary>
/// <param name="Nodes">The nodes, the root first.</param>
/// <param name="Columns">The bins and codes.</param>
internal sealed record BinnedTree(BinnedNode[] Nodes, BinnedColumns Columns)
{
    private readonly (byte[]? Codes, int Bin, int Missing, int Left, int Right)[] steps = Array.ConvertAll(Nodes, node => node.Split is { } split
        ? (Columns.Codes[split.Column], split.Bin, split.MissingLeft ? Columns.Bins[split.Column].Bins : int.MaxValue, node.Left, node.Right)
        : (null, 0, 0, 0, 0));

    /// <summary>The leaf that a row comes to.</summary>
    internal int Leaf(int row)
    {
        int at = 0;
        while (steps[at].Codes is { } codes)
        {
            int code = codes[row];
            at = code <= steps[at].Bin || code == steps[at].Missing ? steps[at].Left : steps[at].Right;
        }

        return at;
    }

    /// <summary>The tree over values.</summary>
    /// <param name="covers">The weight of the rows in each leaf; those of the other nodes are added up.</param>
    internal RegressionTree Unbinned(double[] covers)
    {
        double[] all = [.. covers];
        for (int place = Nodes.Length - 1; place >= 0; place--)
        {
            if (Nodes[place].Split is not null)
            {
                all[place] = all[Nodes[place].Left] + all[Nodes[place].Right];
            }
        }

        return new RegressionTree([.. Nodes.Select((node, place) => node.Split is { } split
            ? new TreeNode { Cover = all[place], Split = new TreeSplit(split.Column, Threshold(split), split.MissingLeft, node.Left, node.Right) }
            : new TreeNode { Cover = all[place], Value = node.Value })]);
    }

    // Where only what is missing goes right, every number goes left, those beyond the data's too.
    private double Threshold(SplitCandidate split)
    {
        double[] thresholds = Columns.Bins[split.Column].Thresholds;
        return split.Bin < thresholds.Length ? thresholds[split.Bin] : double.MaxValue;
    }
}
