using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>One tree: its splits, its leaves, and the derivatives that both come from.</summary>
public sealed class TreeGrowthTests
{
    [Fact]
    public void One_split_without_penalty_has_the_mean_of_each_side()
    {
        // Worked out by hand: sides of means 2 and 12; the constant is ln 7.
        TreeEnsemble fit = BoostingDraws.Fit(new TreeData(["x"], [[0, 0, 1, 1]], [1, 3, 10, 14]), BoostingDraws.OneTree());
        Assert.Equal(PortableMath.Log(7), fit.Origin, 1e-12);
        Assert.Equal(0.5, fit.Trees.Single().Nodes[0].Split!.Threshold);
        Assert.Equal(2, fit.Predict([0.0]), 1e-12);
        Assert.Equal(12, fit.Predict([1.0]), 1e-12);
    }

    [Fact]
    public void A_leaf_s_value_is_where_the_penalised_loss_is_least()
    {
        // Left: 4 counted, 14 expected. The derivative 4 − 14 e^v − λv is zero at the leaf's value; for squared error −G/(H + λ).
        TreeData data = new(["x"], [[0, 0, 1, 1]], [1, 3, 10, 14]);
        double left = BoostingDraws.Fit(data, BoostingDraws.OneTree() with { L2 = 3 }).Trees[0].Nodes[1].Value!.Value;
        Assert.Equal(0, 4 - (14 * PortableMath.Exp(left)) - (3 * left), 1e-9);
        double right = BoostingDraws.Fit(data, BoostingDraws.OneTree() with { L2 = 3, Shrinkage = 0.5 }).Trees[0].Nodes[2].Value!.Value;
        Assert.Equal(0, 24 - (14 * PortableMath.Exp(2 * right)) - (3 * 2 * right), 1e-9);
        double squared = BoostingDraws.Fit(data, BoostingDraws.OneTree(loss: BoostingLoss.SquaredError) with { L2 = 3 }).Trees[0].Nodes[1].Value!.Value;
        Assert.Equal(-10.0 / (2 + 3), squared, 1e-12);
    }

    [Theory]
    [InlineData(BoostingLoss.Poisson, 1)]
    [InlineData(BoostingLoss.Poisson, 2)]
    [InlineData(BoostingLoss.SquaredError, 3)]
    [InlineData(BoostingLoss.NegativeBinomial, 4)]
    public void Every_split_is_the_best_of_all_that_its_rows_allow(BoostingLoss loss, uint seed)
    {
        // Every threshold of every column, missing values on either side: the gain of Chen and Guestrin 2016, equation 7, from the rows.
        TreeData data = BoostingDraws.Data(300, 4, seed, row => 2 + (double.IsNaN(row[1]) ? 3 : 2 * BoostingDraws.Known(row[2])), missing: 0.2);
        BoostingOptions options = BoostingDraws.OneTree(4, loss) with { L2 = 2, MinimumChildWeight = 20, Dispersion = loss == BoostingLoss.NegativeBinomial ? 0.5 : null };
        LossFunction function = LossFunction.Of(loss, 0.5);
        double mean = data.Targets.Average();
        RegressionTree tree = BoostingDraws.Fit(data, options).Trees[0];
        int splits = 0;
        Check(0, [.. Enumerable.Range(0, data.Rows)], 0);
        Assert.True(splits > 2);

        void Check(int place, int[] rows, int depth)
        {
            Assert.Equal(rows.Length, tree.Nodes[place].Cover);
            (double greatest, int count) = (0, 0);
            for (int column = 0; depth < 4 && column < 4; column++)
            {
                double[] values = data.Values[column];
                foreach (double threshold in rows.Select(row => values[row]).Where(value => !double.IsNaN(value)).Distinct())
                {
                    greatest = Math.Max(greatest, Math.Max(Gain(rows, new TreeSplit(column, threshold, true, 0, 0)), Gain(rows, new TreeSplit(column, threshold, false, 0, 0))));
                    count++;
                }
            }

            if (tree.Nodes[place].Split is not { } split)
            {
                Assert.Equal(0, greatest, 1e-9);
                return;
            }

            splits++;
            Assert.True(count > 0);
            Assert.Equal(greatest, Gain(rows, split), 1e-9 * greatest);
            Check(split.Left, Array.FindAll(rows, row => GoesLeft(split, row)), depth + 1);
            Check(split.Right, Array.FindAll(rows, row => !GoesLeft(split, row)), depth + 1);
        }

        bool GoesLeft(TreeSplit split, int row) => data.Values[split.Column][row] <= split.Threshold || (split.MissingLeft && double.IsNaN(data.Values[split.Column][row]));

        double Gain(int[] rows, TreeSplit split)
        {
            (double g, double h) = Sums(rows);
            (double leftG, double leftH) = Sums(Array.FindAll(rows, row => GoesLeft(split, row)));
            return leftH < 20 || h - leftH < 20
                ? 0
                : 0.5 * ((leftG * leftG / (leftH + 2)) + ((g - leftG) * (g - leftG) / (h - leftH + 2)) - (g * g / (h + 2)));
        }

        (double G, double H) Sums(int[] rows) =>
            (rows.Sum(row => function.Gradient(data.Targets[row], mean, 1)[0]), rows.Sum(row => function.Gradient(data.Targets[row], mean, 1)[1]));
    }

    [Theory]
    [InlineData(BoostingLoss.Poisson, 0)]
    [InlineData(BoostingLoss.NegativeBinomial, 0.7)]
    [InlineData(BoostingLoss.SquaredError, 0)]
    [InlineData(BoostingLoss.Logistic, 0)]
    public void Derivatives_are_those_of_the_loss(BoostingLoss loss, double dispersion)
    {
        // Central differences of half the deviance; the second derivative at a target equal to its mean, where it is the expected one.
        LossFunction function = LossFunction.Of(loss, dispersion);
        foreach ((double target, double link) in new[] { (0.0, -0.5), (1.0, 0.8), (1.0, -2.0) })
        {
            const double Step = 1e-4;
            double state = function.State(link, 1);
            double slope = (function.HalfDeviance(target, function.State(link + Step, 1)) - function.HalfDeviance(target, function.State(link - Step, 1))) / (2 * Step);
            Assert.Equal(3 * slope, function.Gradient(target, state, 3)[0], 1e-6);
            double mean = function.Prediction(state);
            double curvature = (function.Gradient(mean, function.State(link + Step, 1), 3)[0] - function.Gradient(mean, function.State(link - Step, 1), 3)[0]) / (2 * Step);
            Assert.Equal(curvature, function.Gradient(target, state, 3)[1], 1e-6);

            // A step moves the state to where the link is.
            Assert.Equal(function.State(link + 0.3, 1), function.Move(state, function.Factor(0.3)), 1e-12);
        }
    }

    [Fact]
    public void A_split_against_a_bound_direction_is_not_made()
    {
        TreeData data = new(["x"], [[0, 0, 1, 1]], [10, 14, 1, 3]);
        foreach ((MonotoneDirection direction, int trees) in new[] { (MonotoneDirection.Increasing, 0), (MonotoneDirection.Decreasing, 1) })
        {
            BoostingOptions bound = BoostingDraws.OneTree() with { Monotone = ImmutableSortedDictionary<string, MonotoneDirection>.Empty.Add("x", direction) };
            Assert.Equal(trees, BoostingDraws.Fit(data, bound).Trees.Length);
        }
    }
}
