using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>A binary regression tree. Checked when made; immutable and thread-safe.</summary>
public sealed class RegressionTree
{
    // Shares of the cover must not vanish, or what a column adds could not be told.
    private const double LeastCover = 1e-100;

    private readonly Step[] steps;

    /// <summary>Takes the nodes.</summary>
    /// <param name="nodes">The nodes, the root first; each comes after the one it hangs on.</param>
    /// <exception cref="ArgumentException">The nodes are no tree, the tree is deeper than <see cref="BoostingOptions.DeepestTree"/>, or a number is out of range. The message says where.</exception>
    public RegressionTree(ImmutableArray<TreeNode> nodes)
    {
        Nodes = nodes.IsDefault ? [] : nodes;
        Check(Nodes);
        steps = [.. Nodes.Select(node => node.Split is { } split
            ? new Step(split.Column, split.Threshold, split.MissingLeft, split.Left, split.Right)
            : new Step(0, node.Value!.Value, false, 0, 0))];
    }

    /// <summary>Gets the nodes, the root first.</summary>
    public ImmutableArray<TreeNode> Nodes { get; }

    /// <summary>What the tree adds for a row: the value of the leaf it comes to.</summary>
    internal double Value(ReadOnlySpan<double> row)
    {
        ref readonly Step step = ref steps[0];
        while (step.Right > 0)
        {
            double value = row[step.Column];
            step = ref steps[value <= step.Threshold || (step.MissingLeft && double.IsNaN(value)) ? step.Left : step.Right];
        }

        return step.Threshold;
    }

    private static ArgumentException Refusal(int node, string part, object? found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"nodes[{node}].{part}: found {found ?? "nothing"}; expected {expected}."), part);

    private static void Check(ImmutableArray<TreeNode> nodes)
    {
        if (nodes.Length == 0)
        {
            throw new ArgumentException("nodes: found none; expected one or more.", nameof(nodes));
        }

        // Every node but the root hangs on exactly one before it: no circle, and nothing apart.
        int?[] depths = new int?[nodes.Length];
        depths[0] = 0;
        for (int place = 0; place < nodes.Length; place++)
        {
            TreeNode node = nodes[place] ?? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"nodes[{place}]: found nothing; expected a node."), nameof(nodes));
            int depth = depths[place] ?? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"nodes[{place}]: found a node that hangs on none before it; expected one tree."), nameof(nodes));
            if (node.Cover is not (>= LeastCover and <= 1 / LeastCover))
            {
                throw Refusal(place, "cover", node.Cover, "a number from 10⁻¹⁰⁰ to 10¹⁰⁰");
            }

            if (node.Split is { } split)
            {
                Check(place, node, split, depth, depths);
            }
            else if (node.Value is not double value || !double.IsFinite(value))
            {
                throw Refusal(place, "value", node.Value, "a finite number at a leaf");
            }
        }

        foreach ((int place, TreeNode node) in nodes.Index())
        {
            double sum = node.Split is { } split ? nodes[split.Left].Cover + nodes[split.Right].Cover : node.Cover;
            if (!(Math.Abs(sum - node.Cover) <= 1e-6 * node.Cover))
            {
                throw Refusal(place, "cover", node.Cover, string.Create(CultureInfo.InvariantCulture, $"the {sum} of its two sides"));
            }
        }
    }

    private static void Check(int place, TreeNode node, TreeSplit split, int depth, int?[] depths)
    {
        if (node.Value is not null)
        {
            throw Refusal(place, "value", node.Value, "none, as the node splits");
        }

        if (split.Column < 0)
        {
            throw Refusal(place, "split.column", split.Column, "the place of a column");
        }

        if (!double.IsFinite(split.Threshold))
        {
            throw Refusal(place, "split.threshold", split.Threshold, "a finite number");
        }

        if (depth >= BoostingOptions.DeepestTree)
        {
            throw Refusal(place, "split", "a split at depth " + depth.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"at most {BoostingOptions.DeepestTree} splits on the way to a leaf"));
        }

        foreach ((string part, int side) in new[] { ("split.left", split.Left), ("split.right", split.Right) })
        {
            if (side <= place || side >= depths.Length || depths[side] is not null)
            {
                throw Refusal(place, part, side, "the place of a later node that hangs on no other");
            }

            depths[side] = depth + 1;
        }
    }

    // At a leaf, where there is no right side, the threshold's place holds the value.
    private readonly record struct Step(int Column, double Threshold, bool MissingLeft, int Left, int Right);
}
