using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>
/// The split of a column that takes most off the loss, to second order, with missing values on either side.
/// Source: Chen and Guestrin, "XGBoost", KDD 2016, equation 7 and algorithm 3.
/// </summary>
internal sealed class ColumnSplitSearch(BoostingOptions options)
{
    /// <summary>What rounding may leave of a sum that is zero, as a share of the whole.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Returns the best split of the column; null where none gains. Of equal ones the first counts.</summary>
    /// <param name="node">The node.</param>
    /// <param name="column">The column.</param>
    /// <param name="cells">The node's histogram of the column.</param>
    /// <param name="direction">The way the prediction may go along the column, if it is bound.</param>
    internal SplitCandidate? Best(GrowingNode node, int column, ReadOnlySpan<Vector128<double>> cells, MonotoneDirection? direction)
    {
        double least = Math.Max(options.MinimumChildWeight, Rounding * node.Sums[1]);
        double before = Reduction(node.Sums, Value(node.Sums, node), node);
        Vector128<double> missing = cells[^1];
        bool hasMissing = missing[1] > Rounding * node.Sums[1];
        SplitCandidate? best = null;
        Vector128<double> left = Vector128<double>.Zero;
        for (int bin = 0; bin < cells.Length - 1; bin++)
        {
            left += cells[bin];

            // Past the last bin there is nothing to the right but what is missing.
            if (bin < cells.Length - 2 || hasMissing)
            {
                Try(left, bin, missingLeft: false, ref best);
            }

            if (hasMissing && bin < cells.Length - 2)
            {
                Try(left + missing, bin, missingLeft: true, ref best);
            }
        }

        // Where the node has met no missing value, one goes to the side of more weight.
        return best is { } found && !hasMissing ? found with { MissingLeft = 2 * found.Left[1] >= node.Sums[1] } : best;

        void Try(Vector128<double> left, int bin, bool missingLeft, ref SplitCandidate? best)
        {
            Vector128<double> right = node.Sums - left;
            if (!(left[1] > 0 && left[1] >= least && right[1] > 0 && right[1] >= least))
            {
                return;
            }

            double leftValue = Value(left, node);
            double rightValue = Value(right, node);
            if (direction is { } way && (way == MonotoneDirection.Increasing ? leftValue > rightValue : leftValue < rightValue))
            {
                return;
            }

            double after = Reduction(left, leftValue, node) + Reduction(right, rightValue, node);
            double gain = after - before;
            if (gain > options.MinimumGain && gain > Rounding * after && (best is not { } other || gain > other.Gain))
            {
                best = new SplitCandidate(column, bin, missingLeft, gain, left);
            }
        }
    }

    private double Value(Vector128<double> sums, GrowingNode node) => Math.Clamp(-sums[0] / (sums[1] + options.L2), node.Lower, node.Upper);

    private double Reduction(Vector128<double> sums, double value, GrowingNode node)
    {
        double curvature = sums[1] + options.L2;
        return double.IsInfinity(node.Lower) && double.IsInfinity(node.Upper)
            ? 0.5 * sums[0] * sums[0] / curvature
            : -value * (sums[0] + (0.5 * curvature * value));
    }
}
