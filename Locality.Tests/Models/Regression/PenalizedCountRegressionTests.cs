using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Counts under a penalty: the optimum's own conditions, and known fits at the ends.</summary>
public sealed class PenalizedCountRegressionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void The_conditions_of_the_optimum_hold_at_every_penalty(double mixing)
    {
        for (int seed = 0; seed < 24; seed++)
        {
            double dispersion = seed % 2 == 0 ? 0 : 0.5;
            (CountData data, double[][] rows) = Drawn(seed, 8 + (seed * 2), seed % 4 == 3 ? 60 : 1 + (seed % 9), dispersion);
            PenalizedPath path = PenalizedCountRegression.Path(data, new ElasticNetPenalty { Mixing = mixing, PathLength = 12 }, dispersion);
            double steepest = path.Fits[0].Penalty * Math.Max(mixing, 1e-3);
            double worst = PenalizedCases.Worst(
                path,
                rows,
                data.Weights,
                (fit, row) =>
                {
                    double mean = fit.Predict(rows[row], offset: data.Offsets[row]);
                    return (data.Counts[row] - mean) / (1 + (dispersion * mean));
                },
                steepest);
            Assert.True(worst <= 1e-8, $"{seed}: {worst}");
        }
    }

    [Fact]
    public void A_small_ridge_fit_is_glmnets()
    {
        // R's glmnet(x, y, alpha = 0, family = "poisson", standardize = FALSE, thresh = 1e-10, nlambda = 10000), coef at s = 1: from scikit-learn's
        // test of its Poisson regressor, which compares five digits. glmnet goes between two λ of its path: seven digits agree.
        CountData data = new(["a", "b"], [[-2, 0], [-1, 0], [1, 1], [2, 1]], [0, 1, 1, 2]);
        PenalizedFit fit = PenalizedCountRegression.Path(data, new ElasticNetPenalty { Penalties = [1], IsStandardized = false }).Fits[0];
        Assert.Equal(-0.12889386979, fit.Coefficients[0], 1e-7);
        Assert.Equal(0.29019207995, fit.Coefficients[1], 1e-7);
        Assert.Equal(0.03741173122, fit.Coefficients[2], 1e-7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_penalty_that_vanishes_gives_the_fit_without_one(double mixing)
    {
        ElasticNetPenalty penalty = new() { Mixing = mixing, Penalties = [1, 0.1, 1e-3, 1e-6, 1e-13] };
        CountData executions = PublishedCounts.Executions([1, 1, 1, 2, 2, 2, 3, 3, 3, 1, 1, 1, 2, 2, 2, 3, 3]);
        Same(CountRegression.Poisson(executions), PenalizedCountRegression.Path(executions, penalty));
        Same(CountRegression.Poisson(CountDataSets.Ships()), PenalizedCountRegression.Path(CountDataSets.Ships(), penalty));
        Same(CountRegression.Poisson(PublishedCounts.Anorexia()), PenalizedCountRegression.Path(PublishedCounts.Anorexia(), penalty));
        Same(CountRegression.NegativeBinomial(CountDataSets.Quine(), 0.8), PenalizedCountRegression.Path(CountDataSets.Quine(), penalty, 0.8));
    }

    [Fact]
    public void The_path_falls_by_equal_factors_from_the_penalty_at_which_columns_come_in()
    {
        CountData data = CountDataSets.Quine();
        PenalizedPath path = PenalizedCountRegression.Path(data, new ElasticNetPenalty { Mixing = 0.7, PathLength = 40, LeastShare = 1e-3 });
        Assert.Equal(0, path.Fits[0].NonZero);
        Assert.Equal(path.NullDeviance, path.Fits[0].Deviance, 1e-9);
        Assert.Equal(CountRegression.Poisson(data).NullDeviance, path.NullDeviance, 1e-8);
        Assert.Equal(1, path.Fits[0].DegreesOfFreedom, 1e-12);
        Assert.Equal(1e-3, path.Fits[^1].Penalty / path.Fits[0].Penalty, 1e-12);
        for (int place = 1; place < 40; place++)
        {
            Assert.Equal(Math.Pow(1e-3, 1.0 / 39), path.Fits[place].Penalty / path.Fits[place - 1].Penalty, 1e-12);
            Assert.True(path.Fits[place].NonZero > 0);
            Assert.True(path.Fits[place].Deviance < path.Fits[place - 1].Deviance);
        }

        // A little under the first, one column is in.
        Assert.Equal(1, PenalizedCountRegression.Path(data, new ElasticNetPenalty { Mixing = 0.7, Penalties = [path.Fits[0].Penalty * (1 - 1e-6)] }).Fits[0].NonZero);
    }

    [Fact]
    public void What_has_no_finite_fit_without_a_penalty_has_one_with()
    {
        // Zeros alone on one side; columns that determine one another, which ridge treats alike; more columns than rows.
        ElasticNetPenalty ridge = new() { Penalties = [0.1] };
        PenalizedFit apart = PenalizedCountRegression.Path(new CountData(["far"], [[0], [0], [0], [1], [1]], [1, 2, 1, 0, 0]), ridge).Fits[0];
        Assert.InRange(apart.Coefficients[1], -10, -0.5);
        CountData doubled = new(["x", "y", "sum"], [[1, 1, 2], [2, 2, 4], [5, 5, 10], [3, 3, 6]], [1, 2, 9, 3]);
        PenalizedFit alike = PenalizedCountRegression.Path(doubled, ridge).Fits[0];
        Assert.Equal(alike.Coefficients[1], alike.Coefficients[2], 1e-9);
        Assert.Equal(alike.Coefficients[1], 2 * alike.Coefficients[3], 1e-9);
        Assert.InRange(alike.DegreesOfFreedom, 1, 2);
        (CountData wide, _) = Drawn(3, 10, 50, 0);
        PenalizedPath path = PenalizedCountRegression.Path(wide, new ElasticNetPenalty { Mixing = 1 });
        Assert.Equal(0.01, path.Fits[^1].Penalty / path.Fits[0].Penalty, 1e-12);
        Assert.All(path.Fits, fit => Assert.InRange(fit.DegreesOfFreedom, 1 - 1e-9, 10 + 1e-9));
    }

    [Fact]
    public void An_exposure_is_an_offset_and_a_weight_a_number_of_rows()
    {
        ElasticNetPenalty penalty = new() { Mixing = 0.5, Penalties = [0.05] };
        double[][] rows = [[1, 0], [2, 1], [3, 0], [4, 1], [5, 5]];
        PenalizedFit one = PenalizedCountRegression.Path(new CountData(["a", "b"], rows, [1, 3, 2, 5, 9], exposures: [1, 2, 1, 3, 1], weights: [1, 2, 0, 1, 1]), penalty).Fits[0];
        PenalizedFit other = PenalizedCountRegression.Path(
            new CountData(["a", "b"], [rows[0], rows[1], rows[1], rows[3], rows[4]], [1, 3, 3, 5, 9], offsets: [0, Math.Log(2), Math.Log(2), Math.Log(3), 0]), penalty).Fits[0];
        for (int place = 0; place < 3; place++)
        {
            Assert.Equal(other.Coefficients[place], one.Coefficients[place], 1e-9);
        }

        Assert.Equal(3 * one.Predict([2, 2]), one.Predict([2, 2], exposure: 3), 1e-12);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        CountData data = CountDataSets.Ships();
        Refused("Mixing: found 2", () => PenalizedCountRegression.Path(data, new ElasticNetPenalty { Mixing = 2 }));
        Refused("Mixing: found NaN", () => PenalizedCountRegression.Path(data, new ElasticNetPenalty { Mixing = double.NaN }));
        Refused("PathLength: found 1", () => PenalizedCountRegression.Path(data, new ElasticNetPenalty { PathLength = 1 }));
        Refused("LeastShare: found 1", () => PenalizedCountRegression.Path(data, new ElasticNetPenalty { LeastShare = 1 }));
        Refused("Penalties: found 1, 0", () => PenalizedCountRegression.Path(data, new ElasticNetPenalty { Penalties = [1, 0] }));
        Refused("dispersion", () => PenalizedCountRegression.Path(data, new ElasticNetPenalty(), -1));
        Refused("counts: found zeros alone", () => PenalizedCountRegression.Path(new CountData(["x"], [[1], [2]], [0, 0]), new ElasticNetPenalty()));
        Refused("found no column that explains anything", () => PenalizedCountRegression.Path(new CountData(["x"], [[1], [1]], [1, 2]), new ElasticNetPenalty()));
        PenalizedFit fit = PenalizedCountRegression.Path(data, new ElasticNetPenalty { Penalties = [0.1] }).Fits[0];
        Refused("values: found 1", () => fit.Predict([1]));
        Refused("exposure and offset: found 0", () => fit.Predict([1, 1], exposure: 0));
        Refused("not finite", () => fit.Predict([1, 1], offset: 1e6));
    }

    private static void Refused(string expected, Func<object> action) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static void Same(CountFit expected, PenalizedPath path)
    {
        PenalizedFit found = path.Fits[^1];
        for (int place = 0; place < expected.Coefficients.Count; place++)
        {
            Assert.Equal(expected.Coefficients[place].Estimate, found.Coefficients[place], 1e-8 * Math.Max(1, Math.Abs(expected.Coefficients[place].Estimate)));
        }

        Assert.Equal(expected.Deviance, found.Deviance, 1e-9 * expected.Deviance);
        Assert.Equal(expected.Coefficients.Count, found.DegreesOfFreedom, 1e-6);
    }

    private static (CountData Data, double[][] Rows) Drawn(int seed, int rows, int columns, double dispersion)
    {
        double[][] values = PenalizedCases.Rows(seed, rows, columns);
        double[] exposures = [.. Enumerable.Range(0, rows).Select(row => 0.5 + (row % 5))];
        double[] counts =
        [
            .. Enumerable.Range(0, rows).Select(row =>
            {
                RandomStream random = PenalizedCases.Stream(seed, 2, row);
                double mean = exposures[row] * PortableMath.Exp(0.7 + (0.8 * values[row][0]));
                return dispersion == 0 ? new PoissonDistribution(mean).Sample(ref random) : new NegativeBinomialDistribution(mean, 1 / dispersion).Sample(ref random);
            }),
        ];
        double[] weights = [.. Enumerable.Range(0, rows).Select(row => row % 6 == 5 ? 0.0 : 1 + (row % 3))];
        return (new CountData(PenalizedCases.Names(columns), values, counts, exposures, weights: weights, hasIntercept: seed % 5 != 4), values);
    }
}
