using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What boosting finds, and what holds of every fit.</summary>
public sealed class BoostedTreesTests
{
    [Fact]
    public void One_split_without_penalty_has_the_mean_of_each_side()
    {
        // Worked out by hand: sides of means 2 and 12; the constant is ln 7.
        TreeEnsemble fit = BoostedTrees.Fit(new TreeData(["x"], [[0, 0, 1, 1]], [1, 3, 10, 14]), BoostingDraws.OneTree());
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
        double left = BoostedTrees.Fit(data, BoostingDraws.OneTree() with { L2 = 3 }).Trees[0].Nodes[1].Value!.Value;
        Assert.Equal(0, 4 - (14 * PortableMath.Exp(left)) - (3 * left), 1e-9);
        double right = BoostedTrees.Fit(data, BoostingDraws.OneTree() with { L2 = 3, Shrinkage = 0.5 }).Trees[0].Nodes[2].Value!.Value;
        Assert.Equal(0, 24 - (14 * PortableMath.Exp(2 * right)) - (3 * 2 * right), 1e-9);
        double squared = BoostedTrees.Fit(data, BoostingDraws.OneTree(loss: BoostingLoss.SquaredError) with { L2 = 3 }).Trees[0].Nodes[1].Value!.Value;
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
        RegressionTree tree = BoostedTrees.Fit(data, options).Trees[0];
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
            Assert.Equal(trees, BoostedTrees.Fit(data, bound).Trees.Length);
        }
    }

    [Fact]
    public void A_planted_step_is_found_where_it_is()
    {
        TreeData data = BoostingDraws.Data(4000, 5, 11, row => row[3] > 0.7 ? 6 : 2);
        TreeSplit split = BoostedTrees.Fit(data, BoostingDraws.OneTree()).Trees[0].Nodes[0].Split!;
        Assert.Equal(3, split.Column);
        Assert.InRange(split.Threshold, 0.69, 0.71);
    }

    [Fact]
    public void A_planted_interaction_is_found()
    {
        // High where exactly one of two columns is high: neither column alone says anything.
        TreeData data = BoostingDraws.Data(20_000, 4, 12, row => row[0] > 0.5 != row[1] > 0.5 ? 4 : 1);
        TreeEnsemble fit = BoostedTrees.Fit(data, BoostingOptions.For(data.Rows));
        Assert.InRange(fit.Predict([0.2, 0.8, 0.5, 0.5]), 3.6, 4.4);
        Assert.InRange(fit.Predict([0.8, 0.2, 0.5, 0.5]), 3.6, 4.4);
        Assert.InRange(fit.Predict([0.2, 0.2, 0.5, 0.5]), 0.9, 1.1);
        Assert.InRange(fit.Predict([0.8, 0.8, 0.5, 0.5]), 0.9, 1.1);
    }

    [Fact]
    public void Missing_values_go_to_the_side_that_they_are_like()
    {
        foreach ((double missing, bool goesLeft) in new[] { (1.0, true), (9.0, false) })
        {
            TreeData data = BoostingDraws.Data(2000, 2, 13, row => double.IsNaN(row[0]) ? missing : row[0] > 0.5 ? 9 : 1, missing: 0.2);
            TreeEnsemble fit = BoostedTrees.Fit(data, BoostingDraws.OneTree());
            Assert.Equal(goesLeft, fit.Trees[0].Nodes[0].Split!.MissingLeft);
            Assert.Equal(fit.Predict([goesLeft ? 0.1 : 0.9, 0.5]), fit.Predict([double.NaN, 0.5]));
        }
    }

    [Fact]
    public void Missing_values_that_are_unlike_all_others_get_a_side_of_their_own()
    {
        TreeData data = BoostingDraws.Data(2000, 2, 14, row => double.IsNaN(row[0]) ? 9 : 1, missing: 0.2);
        TreeEnsemble fit = BoostedTrees.Fit(data, BoostingDraws.OneTree());
        Assert.InRange(fit.Predict([double.NaN, 0.5]), 8.5, 9.5);

        // A value beyond all those fitted is a value, and not a missing one.
        Assert.InRange(fit.Predict([1e300, 0.5]), 0.9, 1.1);
        Assert.InRange(fit.Predict([-1e300, 0.5]), 0.9, 1.1);
    }

    [Theory]
    [InlineData(BoostingLoss.Poisson)]
    [InlineData(BoostingLoss.NegativeBinomial)]
    [InlineData(BoostingLoss.SquaredError)]
    public void A_bound_direction_is_never_gone_against(BoostingLoss loss)
    {
        // The truth goes up and down along both columns; the fit may only go up along the first and down along the second.
        for (uint seed = 20; seed < 24; seed++)
        {
            TreeData data = BoostingDraws.Data(1500, 3, seed, row => 1 + Wave(row[0]) + Wave(row[1]) + BoostingDraws.Known(row[2]), missing: 0.05);
            BoostingOptions options = new()
            {
                Loss = loss,
                Rounds = 40,
                Shrinkage = 0.3,
                MaximumDepth = 5,
                RowShare = 0.7,
                Seed = seed,
                Monotone = ImmutableSortedDictionary<string, MonotoneDirection>.Empty.Add("x0", MonotoneDirection.Increasing).Add("x1", MonotoneDirection.Decreasing),
            };
            TreeEnsemble fit = BoostedTrees.Fit(data, options);
            bool isFlat = true;
            double[] others = [double.NaN, 0.05, 0.25, 0.5, 0.75, 0.95];
            foreach ((double other, double third) in others.SelectMany(other => others, (other, third) => (other, third)))
            {
                for (int step = 0; step < 100; step++)
                {
                    double up = fit.Link(0.01 * (step + 1), other, third) - fit.Link(0.01 * step, other, third);
                    double down = fit.Link(other, 0.01 * (step + 1), third) - fit.Link(other, 0.01 * step, third);

                    // Sums of the same trees in the same order: nothing is rounded the other way.
                    Assert.True(up >= 0, $"seed {seed}, x0 from {0.01 * step}: {up}");
                    Assert.True(down <= 0, $"seed {seed}, x1 from {0.01 * step}: {down}");
                    isFlat &= up == 0 && down == 0;
                }
            }

            Assert.False(isFlat);
        }
    }

    [Fact]
    public void Twice_the_exposure_is_exactly_twice_the_count()
    {
        double[][] values = BoostingDraws.Values(1000, 2, 30);
        double[] exposures = [.. Enumerable.Range(0, 1000).Select(row => 0.5 + (row % 7))];
        double[] counts = BoostingDraws.Counts(values, 30, row => row[0] > 0.5 ? 3 : 1, exposures: exposures);
        TreeEnsemble fit = BoostedTrees.Fit(new TreeData(BoostingDraws.Names(2), values, counts, exposures), new BoostingOptions { Rounds = 30 });
        Assert.Equal(2 * fit.Predict([0.8, 0.3], 1.7), fit.Predict([0.8, 0.3], 3.4));

        // The two rates, 3 and 1, from about 5,250 and 1,750 counts: within four standard errors.
        TreeEnsemble sides = BoostedTrees.Fit(new TreeData(BoostingDraws.Names(2), values, counts, exposures), BoostingDraws.OneTree());
        Assert.InRange(sides.Predict([0.8, 0.3]), 2.83, 3.17);
        Assert.InRange(sides.Predict([0.2, 0.3]), 0.9, 1.1);

        // Twice every exposure: the same trees about a constant that is ln 2 less.
        TreeEnsemble twice = BoostedTrees.Fit(new TreeData(BoostingDraws.Names(2), values, counts, [.. exposures.Select(value => 2 * value)]), new BoostingOptions { Rounds = 30 });
        Assert.Equal(fit.Predict([0.8, 0.3]), 2 * twice.Predict([0.8, 0.3]), 1e-9);

        // An offset is the logarithm of an exposure.
        TreeEnsemble offset = BoostedTrees.Fit(new TreeData(BoostingDraws.Names(2), values, counts, offsets: [.. exposures.Select(PortableMath.Log)]), new BoostingOptions { Rounds = 30 });
        Assert.Equal(fit.Predict([0.8, 0.3]), offset.Predict([0.8, 0.3]), 1e-9);
    }

    [Fact]
    public void Without_shrinkage_and_penalty_what_is_predicted_adds_up_to_what_was_counted()
    {
        TreeData data = BoostingDraws.Data(3000, 4, 31, row => 1 + (5 * BoostingDraws.Known(row[0]) * BoostingDraws.Known(row[1])), missing: 0.1);
        TreeEnsemble fit = BoostedTrees.Fit(data, BoostingDraws.OneTree(4) with { Rounds = 12, MinimumChildWeight = 5 });
        Assert.Equal(12, fit.Trees.Length);
        double counted = data.Targets.Sum();
        Assert.Equal(counted, fit.Predict(data).Sum(), 1e-9 * counted);
        foreach (RegressionTree tree in fit.Trees)
        {
            Assert.Equal(3000, tree.Nodes[0].Cover);
        }
    }

    [Fact]
    public void Weights_are_numbers_of_equal_rows()
    {
        // A hundred values of each column, so that every one has its bin, whatever the weights.
        double[][] values = [.. BoostingDraws.Values(400, 3, 32).Select(column => Array.ConvertAll(column, value => Math.Floor(100 * value)))];
        TreeData data = new(BoostingDraws.Names(3), values, BoostingDraws.Counts(values, 32, row => 1 + (0.03 * row[0])));
        double[] weights = [.. Enumerable.Range(0, 400).Select(row => (double)(row % 3))];
        int[] repeated = [.. Enumerable.Range(0, 400).SelectMany(row => Enumerable.Repeat(row, row % 3))];
        TreeData weighted = new(data.Columns, data.Values, data.Targets, weights: weights);
        TreeData longer = new(data.Columns, [.. data.Values.Select(column => (double[])[.. repeated.Select(row => column[row])])], [.. repeated.Select(row => data.Targets[row])]);
        BoostingOptions options = new() { Rounds = 20, MaximumDepth = 2 };
        (TreeEnsemble one, TreeEnsemble other) = (BoostedTrees.Fit(weighted, options), BoostedTrees.Fit(longer, options));
        for (int row = 0; row < 400; row += 7)
        {
            // Rows of weight zero may lie on either side of a split; those that weigh something may not.
            if (row % 3 > 0)
            {
                Assert.Equal(other.Link(BoostingDraws.Row(data, row)), one.Link(BoostingDraws.Row(data, row)), 1e-9);
            }
        }

        Assert.Equal(other.Origin, one.Origin, 1e-12);
        Assert.Equal(repeated.Length, one.Trees[0].Nodes[0].Cover);
    }

    [Fact]
    public void Chances_are_found_again()
    {
        double[][] values = BoostingDraws.Values(20_000, 3, 33);
        double[] events = [.. Enumerable.Range(0, 20_000).Select(row => BoostingDraws.Stream(3, 33, row).NextUniform() < (values[0][row] > 0.5 ? 0.3 : 0.05) ? 1.0 : 0.0)];
        TreeEnsemble fit = BoostedTrees.Fit(new TreeData(BoostingDraws.Names(3), values, events), BoostingOptions.For(20_000) with { Loss = BoostingLoss.Logistic });
        Assert.InRange(fit.Predict([0.9, 0.5, 0.5]), 0.27, 0.33);
        Assert.InRange(fit.Predict([0.1, 0.5, 0.5]), 0.04, 0.06);

        // Without a tree the constant's chance is the share of events.
        TreeEnsemble constant = BoostedTrees.Fit(new TreeData(["x"], [[1, 1, 1, 1]], [0, 0, 0, 1], weights: [1, 1, 1, 5]), new BoostingOptions { Loss = BoostingLoss.Logistic });
        Assert.Equal(0.625, constant.Predict([1.0]), 1e-12);
        Assert.Empty(constant.Trees);
        Assert.Equal(BoostingEnd.NothingToSplit, constant.End);
    }

    [Fact]
    public void The_dispersion_is_found_again()
    {
        TreeData data = BoostingDraws.Data(20_000, 3, 34, row => row[0] > 0.5 ? 6 : 2, dispersion: 0.5);
        TreeEnsemble fit = BoostedTrees.Fit(data, BoostingOptions.For(data.Rows) with { Loss = BoostingLoss.NegativeBinomial });

        // Four standard errors of α at 4,000 rows set aside, by the information of Lawless 1987: about 0.02 each.
        Assert.InRange(fit.Dispersion!.Value, 0.42, 0.58);
        TreeData even = BoostingDraws.Data(4000, 2, 35, _ => 3);
        double[] alternating = [.. Enumerable.Range(0, 4000).Select(row => 3.0 + (row % 2))];
        Assert.Equal(0, BoostedTrees.Fit(new TreeData(even.Columns, even.Values, alternating), new BoostingOptions { Loss = BoostingLoss.NegativeBinomial, Rounds = 5 }).Dispersion);
    }

    [Fact]
    public void The_dispersion_of_a_constant_is_that_of_count_regression()
    {
        TreeData data = BoostingDraws.Data(500, 1, 36, _ => 4, dispersion: 0.7);
        TreeData flat = new(["x"], [[.. Enumerable.Repeat(1.0, 500)]], data.Targets);
        TreeEnsemble fit = BoostedTrees.Fit(flat, new BoostingOptions { Loss = BoostingLoss.NegativeBinomial, Rounds = 1 });
        CountFit regression = CountRegression.NegativeBinomial(new CountData([], [.. data.Targets.Select(_ => (IReadOnlyList<double>)[])], data.Targets));
        Assert.Equal(regression.Dispersion!.Value, fit.Dispersion!.Value, 1e-7);
        Assert.Equal(regression.Coefficients[0].Estimate, fit.Origin, 1e-9);
    }

    // Up, down and up again; missing counts as the middle.
    private static double Wave(double x) => double.IsNaN(x) ? 1 : x < 0.3 ? 10 * x : x < 0.7 ? 3 - (7 * (x - 0.3)) : 0.2 + (6 * (x - 0.7));
}
