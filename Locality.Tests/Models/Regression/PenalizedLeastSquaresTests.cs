using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Least squares under a penalty: closed forms, the optimum's own conditions, and known fits at the ends.</summary>
public sealed class PenalizedLeastSquaresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void The_conditions_of_the_optimum_hold_at_every_penalty(double mixing)
    {
        for (int seed = 0; seed < 24; seed++)
        {
            (LinearData data, double[][] rows) = Drawn(seed, 8 + (seed * 2), seed % 4 == 3 ? 60 : 1 + (seed % 9));
            PenalizedPath path = PenalizedLeastSquares.Path(data, new ElasticNetPenalty { Mixing = mixing, PathLength = 20 });
            double steepest = path.Fits[0].Penalty * Math.Max(mixing, 1e-3);
            double worst = PenalizedCases.Worst(path, rows, data.Weights, (fit, row) => data.Responses[row] - fit.Predict(rows[row]), steepest);
            Assert.True(worst <= 1e-8, $"{seed}: {worst}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void Orthonormal_columns_have_the_soft_threshold_of_each(double mixing)
    {
        // Columns of +1 and −1, orthogonal, of mean 0: β = S(x′y/n, λa)/(1 + λ(1 − a)); Friedman, Hastie and Tibshirani 2010, equation 5.
        double[][] columns = [[1, 1, 1, 1, -1, -1, -1, -1], [1, 1, -1, -1, 1, 1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1]];
        double[] responses = [7, 5, 4, 9, 1, 2, -3, 0.5];
        LinearData data = new(["a", "b", "c"], [.. Enumerable.Range(0, 8).Select(row => columns.Select(column => column[row]).ToArray())], responses);
        PenalizedPath path = PenalizedLeastSquares.Path(data, new ElasticNetPenalty { Mixing = mixing, Penalties = [5, 2, 1, 0.5, 0.1, 0.001] });
        foreach (PenalizedFit fit in path.Fits)
        {
            int kept = 0;
            for (int column = 0; column < 3; column++)
            {
                double pull = columns[column].Zip(responses, (x, y) => x * y).Sum() / 8;
                double soft = Math.Sign(pull) * Math.Max(0, Math.Abs(pull) - (fit.Penalty * mixing));
                kept += soft == 0 ? 0 : 1;
                Assert.Equal(soft / (1 + (fit.Penalty * (1 - mixing))), fit.Coefficients[column + 1], 1e-11);
            }

            Assert.Equal(responses.Average(), fit.Coefficients[0], 1e-12);
            Assert.Equal(kept, fit.NonZero);
            Assert.Equal(1 + (kept / (1 + (fit.Penalty * (1 - mixing)))), fit.DegreesOfFreedom, 1e-10);
        }

        Assert.Equal(responses.Sum(y => (y - responses.Average()) * (y - responses.Average())), path.NullDeviance, 1e-10);
    }

    [Theory]
    [InlineData(30, 6)]
    [InlineData(8, 20)]
    public void Ridge_has_its_closed_form_with_few_columns_and_with_many(int rows, int columns)
    {
        // β minimises |√w (y − Xβ)|²/W + λ|β|²: ordinary least squares with rows √(Wλ) added under columns, and the ones' column free.
        double[][] values = [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Select(_ => 0.0).ToArray())];
        double[] responses = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            RandomStream random = PenalizedCases.Stream(77, 1, row);
            values[row] = [.. values[row].Select(_ => random.NextNormal())];
            responses[row] = 3 + values[row][0] + random.NextNormal();
        }

        double[] weights = [.. Enumerable.Range(0, rows).Select(row => 1.0 + (row % 3))];
        LinearData data = new(PenalizedCases.Names(columns), values, responses, weights);
        PenalizedPath path = PenalizedLeastSquares.Path(data, new ElasticNetPenalty { Penalties = [10, 1, 0.01], IsStandardized = false });
        foreach (PenalizedFit fit in path.Fits)
        {
            double[][] tall = [.. Enumerable.Range(0, columns + 1).Select(_ => new double[rows + columns])];
            double[] right = new double[rows + columns];
            for (int row = 0; row < rows; row++)
            {
                tall[0][row] = Math.Sqrt(weights[row]);
                right[row] = tall[0][row] * responses[row];
                for (int column = 0; column < columns; column++)
                {
                    tall[column + 1][row] = tall[0][row] * values[row][column];
                }
            }

            for (int column = 0; column < columns; column++)
            {
                tall[column + 1][rows + column] = Math.Sqrt(weights.Sum() * fit.Penalty);
            }

            ThinQr factors = ThinQr.Of(tall)!;
            double[] expected = factors.Solve(right);
            for (int place = 0; place <= columns; place++)
            {
                Assert.Equal(expected[place], fit.Coefficients[place], 1e-10);
            }

            // The trace of the matrix from responses to means is the sum of the rows' leverages.
            Assert.Equal(Enumerable.Range(0, rows).Sum(factors.Leverage), fit.DegreesOfFreedom, 1e-10);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_penalty_that_vanishes_gives_the_certified_fit_of_Longleys_data(double mixing)
    {
        // Longley, "An appraisal of least squares programs", JASA 62, 1967; certified values of NIST's Statistical Reference Datasets. Its columns
        // all but determine one another.
        double[][] rows =
        [
            [83.0, 234289, 2356, 1590, 107608, 1947], [88.5, 259426, 2325, 1456, 108632, 1948], [88.2, 258054, 3682, 1616, 109773, 1949],
            [89.5, 284599, 3351, 1650, 110929, 1950], [96.2, 328975, 2099, 3099, 112075, 1951], [98.1, 346999, 1932, 3594, 113270, 1952],
            [99.0, 365385, 1870, 3547, 115094, 1953], [100.0, 363112, 3578, 3350, 116219, 1954], [101.2, 397469, 2904, 3048, 117388, 1955],
            [104.6, 419180, 2822, 2857, 118734, 1956], [108.4, 442769, 2936, 2798, 120445, 1957], [110.8, 444546, 4681, 2637, 121950, 1958],
            [112.6, 482704, 3813, 2552, 123366, 1959], [114.2, 502601, 3931, 2514, 125368, 1960], [115.7, 518173, 4806, 2572, 127852, 1961],
            [116.9, 554894, 4007, 2827, 130081, 1962],
        ];
        double[] employed = [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551];
        double[] certified = [-3482258.63459582, 15.0618722713733, -0.358191792925910E-01, -2.02022980381683, -1.03322686717359, -0.511041056535807E-01, 1829.15146461355];
        LinearData data = new(["deflator", "product", "unemployed", "army", "people", "year"], rows, employed);
        PenalizedPath path = PenalizedLeastSquares.Path(data, new ElasticNetPenalty { Mixing = mixing, Penalties = [100, 1, 0.01, 1e-4, 1e-14] });
        for (int place = 0; place < certified.Length; place++)
        {
            Assert.Equal(certified[place], path.Fits[^1].Coefficients[place], 1e-8 * Math.Abs(certified[place]));
        }

        // The certified residual sum of squares is 836424.055505915, and of the responses 185008826.
        Assert.Equal(836424.055505915, path.Fits[^1].Deviance, 1e-3);
        Assert.Equal(185008826, path.NullDeviance, 1);
        Assert.Equal(7, path.Fits[^1].DegreesOfFreedom, 1e-6);
    }

    [Fact]
    public void Units_of_columns_and_responses_do_not_matter()
    {
        (LinearData data, double[][] rows) = Drawn(1, 30, 3);
        LinearData other = new(PenalizedCases.Names(3), [.. rows.Select(row => (double[])[1e6 * row[0], row[1], 5 - row[2]])], [.. data.Responses.Select(value => 1e-3 * value)], data.Weights);
        PenalizedPath one = PenalizedLeastSquares.Path(data, new ElasticNetPenalty { Mixing = 0.5, PathLength = 10 });
        PenalizedPath two = PenalizedLeastSquares.Path(other, new ElasticNetPenalty { Mixing = 0.5, PathLength = 10 });
        for (int place = 0; place < 10; place++)
        {
            Assert.Equal(1e-3 * one.Fits[place].Penalty, two.Fits[place].Penalty, 1e-12);
        }

        PenalizedFit lasso = PenalizedLeastSquares.Path(data, new ElasticNetPenalty { Mixing = 1, Penalties = [0.2] }).Fits[0];
        PenalizedFit small = PenalizedLeastSquares.Path(other, new ElasticNetPenalty { Mixing = 1, Penalties = [0.2e-3] }).Fits[0];
        Assert.Equal(1e-3 * lasso.Predict(rows[4]), small.Predict([1e6 * rows[4][0], rows[4][1], 5 - rows[4][2]]), 1e-12);
    }

    [Fact]
    public void Responses_that_are_alike_or_out_of_range_are_refused_or_have_no_slope()
    {
        LinearData alike = new(["x"], [[1], [2], [3]], [4, 4, 4]);
        Assert.Contains("found no column", Assert.ThrowsAny<ArgumentException>(() => PenalizedLeastSquares.Path(alike, new ElasticNetPenalty())).Message, StringComparison.Ordinal);
        PenalizedFit fit = PenalizedLeastSquares.Path(alike, new ElasticNetPenalty { Penalties = [1] }).Fits[0];
        Assert.Equal(0, fit.Coefficients[1], 1e-15);
        Assert.Equal(4, fit.Predict([100]), 1e-12);
        Assert.Contains("responses[1]: found NaN", Assert.ThrowsAny<ArgumentException>(() => new LinearData(["x"], [[1], [2]], [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("too large", Assert.ThrowsAny<ArgumentException>(() => PenalizedLeastSquares.Path(new LinearData(["x"], [[1], [2]], [1, 1e300]), new ElasticNetPenalty())).Message, StringComparison.Ordinal);
        Assert.Contains("an exposure of 1", Assert.ThrowsAny<ArgumentException>(() => fit.Predict([1], exposure: 2)).Message, StringComparison.Ordinal);
    }

    private static (LinearData Data, double[][] Rows) Drawn(int seed, int rows, int columns)
    {
        double[][] values = PenalizedCases.Rows(seed, rows, columns);
        double[] responses =
        [
            .. Enumerable.Range(0, rows).Select(row =>
            {
                RandomStream random = PenalizedCases.Stream(seed, 3, row);
                return 10 + (2 * values[row][0]) + random.NextNormal();
            }),
        ];
        double[] weights = [.. Enumerable.Range(0, rows).Select(row => row % 6 == 5 ? 0.0 : 1 + (row % 3))];
        return (new LinearData(PenalizedCases.Names(columns), values, responses, weights, seed % 5 != 4), values);
    }
}
