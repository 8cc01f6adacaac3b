using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The Shapley values of a prediction by trees, where a column that is not known follows both sides of its splits by their cover
/// (Lundberg, Erion and Lee, "Consistent individualized feature attribution for tree ensembles", arXiv:1802.03888, 2018; Lundberg et al.,
/// Nature Machine Intelligence 2, 2020: "path-dependent"). Exact, in a time that grows with leaves × depth².
/// </summary>
/// <remarks>
/// For each leaf the game is a product over the columns on its path: of 1 or 0 where the column is known, of the share of the cover where it
/// is not. The Shapley value of a product is an integral of a polynomial (Owen, "Multilinear extensions of games", Management Science 18(5),
/// 1972), which a Gauss–Legendre rule gives exactly and without a difference of large terms.
/// </remarks>
public static class TreeShap
{
    private static readonly IReadOnlyList<(double Place, double Weight)> Rule = GaussLegendre.OnUnitInterval((BoostingOptions.DeepestTree + 1) / 2);

    /// <summary>Shares out the prediction of a row.</summary>
    /// <param name="ensemble">The trees.</param>
    /// <param name="values">The row's value of each column: finite, or NaN where it is missing.</param>
    /// <exception cref="ArgumentException">The number of values is not that of the columns, or one is infinite.</exception>
    public static TreeExplanation Explain(TreeEnsemble ensemble, params ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        double link = ensemble.Link(values);
        double[] contributions = new double[ensemble.Columns.Length];
        double mean = ensemble.Origin;
        Path path = new(contributions);
        foreach (RegressionTree tree in ensemble.Trees)
        {
            mean += Walk(tree, 0, values, path, 1);
        }

        return new TreeExplanation(mean, [.. contributions], link);
    }

    // Goes to every leaf under a node; returns what they add with no column known. The share is that of the cover on the way here.
    private static double Walk(RegressionTree tree, int place, ReadOnlySpan<double> values, Path path, double share)
    {
        TreeNode node = tree.Nodes[place];
        if (node.Split is not { } split)
        {
            path.Add(node.Value!.Value);
            return share * node.Value.Value;
        }

        double value = values[split.Column];
        bool goesLeft = value <= split.Threshold || (split.MissingLeft && double.IsNaN(value));
        double left = tree.Nodes[split.Left].Cover;
        double right = tree.Nodes[split.Right].Cover;
        return Side(tree, split.Column, split.Left, left / (left + right), goesLeft, values, path, share)
            + Side(tree, split.Column, split.Right, right / (left + right), !goesLeft, values, path, share);
    }

    private static double Side(RegressionTree tree, int column, int place, double part, bool isOpen, ReadOnlySpan<double> values, Path path, double share)
    {
        (int at, double before, bool wasOpen) = path.Enter(column, part, isOpen);
        double mean = Walk(tree, place, values, path, share * part);
        path.Leave(at, before, wasOpen);
        return mean;
    }

    // The columns met between the root and a node.
    private sealed class Path(double[] contributions)
    {
        private readonly int[] columns = new int[BoostingOptions.DeepestTree];
        private readonly double[] shares = new double[BoostingOptions.DeepestTree];
        private readonly bool[] isOpen = new bool[BoostingOptions.DeepestTree];
        private int count;

        // Returns what Leave needs to undo it: the entry, and what it held, with a share of 0 where it is new.
        internal (int At, double Share, bool IsOpen) Enter(int column, double share, bool opens)
        {
            int at = columns.AsSpan(0, count).IndexOf(column);
            if (at < 0)
            {
                (columns[count], shares[count], isOpen[count]) = (column, share, opens);
                return (count++, 0, false);
            }

            (int, double, bool) before = (at, shares[at], isOpen[at]);
            shares[at] *= share;
            isOpen[at] &= opens;
            return before;
        }

        internal void Leave(int at, double share, bool wasOpen)
        {
            (shares[at], isOpen[at]) = (share, wasOpen);
            count -= share == 0 ? 1 : 0;
        }

        // φ of column i is the leaf's value × (open − share) of i × ∫ Π over the others of (share (1 − t) + open t) dt over 0 ≤ t ≤ 1.
        internal void Add(double value)
        {
            foreach ((double t, double weight) in Rule)
            {
                double product = weight * value;
                for (int place = 0; place < count; place++)
                {
                    product *= Factor(place, t);
                }

                for (int place = 0; place < count; place++)
                {
                    contributions[columns[place]] += product / Factor(place, t) * ((isOpen[place] ? 1 : 0) - shares[place]);
                }
            }
        }

        private double Factor(int place, double t) => (shares[place] * (1 - t)) + (isOpen[place] ? t : 0);
    }
}
