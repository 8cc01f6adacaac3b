using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What boosting finds, and what holds of every fit.</summary>
public sealed class BoostedTreesTests
{
    [Fact]
    public void A_planted_step_is_found_where_it_is()
    {
        TreeData data = BoostingDraws.Data(4000, 5, 11, row => row[3] > 0.7 ? 6 : 2);
        TreeSplit split = BoostingDraws.Fit(data, BoostingDraws.OneTree()).Trees[0].Nodes[0].Split!;
        Assert.Equal(3, split.Column);
        Assert.InRange(split.Threshold, 0.69, 0.71);
    }

    [Fact]
    public void A_planted_interaction_is_found()
    {
        // High where exactly one of two columns is high: neither column alone says anything.
        TreeData data = BoostingDraws.Data(20_000, 4, 12, row => row[0] > 0.5 != row[1] > 0.5 ? 4 : 1);
        TreeEnsemble fit = BoostingDraws.Fit(data, BoostingOptions.For(data.Rows));
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
            TreeEnsemble fit = BoostingDraws.Fit(data, BoostingDraws.OneTree());
            Assert.Equal(goesLeft, fit.Trees[0].Nodes[0].Split!.MissingLeft);
            Assert.Equal(fit.Predict([goesLeft ? 0.1 : 0.9, 0.5]), fit.Predict([double.NaN, 0.5]));
        }
    }

    [Fact]
    public void Missing_values_that_are_unlike_all_others_get_a_side_of_their_own()
    {
        TreeData data = BoostingDraws.Data(2000, 2, 14, row => double.IsNaN(row[0]) ? 9 : 1, missing: 0.2);
        TreeEnsemble fit = BoostingDraws.Fit(data, BoostingDraws.OneTree());
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
            TreeEnsemble fit = BoostingDraws.Fit(data, options);
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
        TreeEnsemble fit = BoostingDraws.Fit(new TreeData(BoostingDraws.Names(2), values, counts, exposures), new BoostingOptions { Rounds = 30 });
        Assert.Equal(2 * fit.Predict([0.8, 0.3], 1.7), fit.Predict([0.8, 0.3], 3.4));

        // The two rates, 3 and 1, from about 5,250 and 1,750 counts: within four standard errors.
        TreeEnsemble sides = BoostingDraws.Fit(new TreeData(BoostingDraws.Names(2), values, counts, exposures), BoostingDraws.OneTree());
        Assert.InRange(sides.Predict([0.8, 0.3]), 2.83, 3.17);
        Assert.InRange(sides.Predict([0.2, 0.3]), 0.9, 1.1);

        // Twice every exposure: the same trees about a constant that is ln 2 less.
        TreeEnsemble twice = BoostingDraws.Fit(new TreeData(BoostingDraws.Names(2), values, counts, [.. exposures.Select(value => 2 * value)]), new BoostingOptions { Rounds = 30 });
        Assert.Equal(fit.Predict([0.8, 0.3]), 2 * twice.Predict([0.8, 0.3]), 1e-9);

        // An offset is the logarithm of an exposure.
        TreeEnsemble offset = BoostingDraws.Fit(new TreeData(BoostingDraws.Names(2), values, counts, offsets: [.. exposures.Select(PortableMath.Log)]), new BoostingOptions { Rounds = 30 });
        Assert.Equal(fit.Predict([0.8, 0.3]), offset.Predict([0.8, 0.3]), 1e-9);
    }

    [Fact]
    public void Without_shrinkage_and_penalty_what_is_predicted_adds_up_to_what_was_counted()
    {
        TreeData data = BoostingDraws.Data(3000, 4, 31, row => 1 + (5 * BoostingDraws.Known(row[0]) * BoostingDraws.Known(row[1])), missing: 0.1);
        TreeEnsemble fit = BoostingDraws.Fit(data, BoostingDraws.OneTree(4) with { Rounds = 12, MinimumChildWeight = 5 });
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
        (TreeEnsemble one, TreeEnsemble other) = (BoostingDraws.Fit(weighted, options), BoostingDraws.Fit(longer, options));
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
        TreeEnsemble fit = BoostingDraws.Fit(new TreeData(BoostingDraws.Names(3), values, events), BoostingOptions.For(20_000) with { Loss = BoostingLoss.Logistic });
        Assert.InRange(fit.Predict([0.9, 0.5, 0.5]), 0.27, 0.33);
        Assert.InRange(fit.Predict([0.1, 0.5, 0.5]), 0.04, 0.06);

        // Without a tree the constant's chance is the share of events.
        TreeEnsemble constant = BoostingDraws.Fit(new TreeData(["x"], [[1, 1, 1, 1]], [0, 0, 0, 1], weights: [1, 1, 1, 5]), new BoostingOptions { Loss = BoostingLoss.Logistic });
        Assert.Equal(0.625, constant.Predict([1.0]), 1e-12);
        Assert.Empty(constant.Trees);
        Assert.Equal(BoostingEnd.NothingToSplit, constant.End);
    }

    [Fact]
    public void The_dispersion_is_found_again()
    {
        TreeData data = BoostingDraws.Data(20_000, 3, 34, row => row[0] > 0.5 ? 6 : 2, dispersion: 0.5);
        TreeEnsemble fit = BoostingDraws.Fit(data, BoostingOptions.For(data.Rows) with { Loss = BoostingLoss.NegativeBinomial });

        // Four standard errors of α at 4,000 rows set aside, by the information of Lawless 1987: about 0.02 each.
        Assert.InRange(fit.Dispersion!.Value, 0.42, 0.58);
        TreeData even = BoostingDraws.Data(4000, 2, 35, _ => 3);
        double[] alternating = [.. Enumerable.Range(0, 4000).Select(row => 3.0 + (row % 2))];
        Assert.Equal(0, BoostingDraws.Fit(new TreeData(even.Columns, even.Values, alternating), new BoostingOptions { Loss = BoostingLoss.NegativeBinomial, Rounds = 5 }).Dispersion);
    }

    [Fact]
    public void The_dispersion_of_a_constant_is_that_of_count_regression()
    {
        TreeData data = BoostingDraws.Data(500, 1, 36, _ => 4, dispersion: 0.7);
        TreeData flat = new(["x"], [[.. Enumerable.Repeat(1.0, 500)]], data.Targets);
        TreeEnsemble fit = BoostingDraws.Fit(flat, new BoostingOptions { Loss = BoostingLoss.NegativeBinomial, Rounds = 1 });
        CountFit regression = CountRegression.NegativeBinomial(new CountData([], [.. data.Targets.Select(_ => (IReadOnlyList<double>)[])], data.Targets));
        Assert.Equal(regression.Dispersion!.Value, fit.Dispersion!.Value, 1e-7);
        Assert.Equal(regression.Coefficients[0].Estimate, fit.Origin, 1e-9);
    }

    // Up, down and up again; missing counts as the middle.
    private static double Wave(double x) => double.IsNaN(x) ? 1 : x < 0.3 ? 10 * x : x < 0.7 ? 3 - (7 * (x - 0.3)) : 0.2 + (6 * (x - 0.7));
}
