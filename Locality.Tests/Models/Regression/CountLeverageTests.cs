using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Rows far from the others are named, and no data, however nasty, give a number that is none.</summary>
public sealed class CountLeverageTests
{
    [Fact]
    public void Rows_of_high_leverage_are_named()
    {
        // Texas, with a leverage of 0.98 (Stata's, see the reference tests), the mean being 7/17; groups of twelve plots have none.
        Assert.Equal([0], CountRegression.Poisson(PublishedCounts.Executions()).HighLeverageRows);
        Assert.Empty(CountRegression.Poisson(CountDataSets.InsectSprays().Data).HighLeverageRows);

        // One row a thousand times as far out as the others; of 20 rows and 2 coefficients the standard is 0.3.
        double[][] rows = [.. Enumerable.Range(0, 20).Select(row => (double[])[row == 7 ? 1000 : 0.1 * row])];
        CountFit fit = CountRegression.Poisson(new CountData(["x"], rows, [.. Enumerable.Range(0, 20).Select(row => 3.0 + (row % 4))]));
        Assert.Equal([7], fit.HighLeverageRows);
        Assert.Equal(1, fit.Leverages[7], 1e-3);
        CountRegressionReferenceTests.ScoreIsZero(fit);
        CountPrediction usual = fit.Predict([1]);
        Assert.InRange(usual.Mean.Mean, 3, 6);

        // A row of weight zero has no leverage, and does not count among the rows.
        double[] weights = [.. Enumerable.Range(0, 20).Select(row => row == 7 ? 0.0 : 1)];
        Assert.Empty(CountRegression.Poisson(new CountData(["x"], rows, [.. Enumerable.Range(0, 20).Select(row => 3.0 + (row % 4))], weights: weights)).HighLeverageRows);
    }

    [Fact]
    public void Counts_of_a_hundred_million_million_are_fitted_or_refused_in_words()
    {
        CountFit fit = CountRegression.Poisson(new CountData(["x"], [[0], [0], [1], [1]], [1e14, 1e14 + 4e7, 9e14, 9e14 - 2e7]));
        Assert.Equal(Math.Log((9e14 - 1e7) / (1e14 + 2e7)), fit.Coefficient("x").Estimate, 1e-13);
        CountFit wide = CountRegression.NegativeBinomial(new CountData(["x"], [[0], [0], [0], [1], [1], [1]], [1e14, 2e14, 5e13, 4e14, 9e14, 3e14]));
        Assert.Equal(Math.Log(16 / 3.5), wide.Coefficient("x").Estimate, 1e-7);
        Assert.InRange(wide.Dispersion!.Value, 0.1, 0.4);
        PenalizedFit penalised = PenalizedCountRegression.Path(new CountData(["x"], [[0], [0], [1], [1]], [1e14, 1e14, 9e14, 9e14]), new ElasticNetPenalty { Penalties = [1] }).Fits[0];
        Assert.Equal(Math.Log(9), penalised.Coefficients[1], 1e-9);
    }

    [Fact]
    public void No_data_give_a_number_that_is_none_or_an_endless_search()
    {
        (int fitted, int refused, int penalised) = (0, 0, 0);
        for (int seed = 0; seed < 300; seed++)
        {
            CountData data = Nasty(seed);
            foreach (Func<CountData, CountFit> fit in (Func<CountData, CountFit>[])[CountRegression.Poisson, one => CountRegression.NegativeBinomial(one), one => CountRegression.NegativeBinomial(one, 2)])
            {
                try
                {
                    Finite(seed, fit(data));
                    fitted++;
                }
                catch (ArgumentException refusal)
                {
                    Assert.Contains("expected", refusal.Message, StringComparison.Ordinal);
                    refused++;
                }
            }

            try
            {
                PenalizedPath path = PenalizedCountRegression.Path(data, new ElasticNetPenalty { Mixing = seed % 3 * 0.5, PathLength = 5 }, seed % 2);
                Assert.All(path.Fits, fit => Assert.True(fit.Coefficients.All(double.IsFinite) && double.IsFinite(fit.Deviance) && double.IsFinite(fit.DegreesOfFreedom), $"{seed}"));
                penalised++;
            }
            catch (ArgumentException refusal)
            {
                Assert.Contains("expected", refusal.Message, StringComparison.Ordinal);
            }
        }

        // Most have a fit, and enough have none, so that both ways are tried.
        TestContext.Current.SendDiagnosticMessage($"{fitted} fitted, {refused} refused, {penalised} of 300 penalised");
        Assert.True(fitted > 500, $"{fitted}");
        Assert.True(refused > 100, $"{refused}");
        Assert.True(penalised > 200, $"{penalised}");
    }

    private static void Finite(int seed, CountFit fit)
    {
        Assert.All(fit.Coefficients, one => Assert.True(double.IsFinite(one.Estimate) && double.IsFinite(one.StandardError) && one.StandardError >= 0, $"{seed}: {one}"));
        Assert.All(fit.Leverages, one => Assert.InRange(one, 0, 1 + 1e-9));
        Assert.All(fit.Means, one => Assert.True(double.IsFinite(one) && one >= 0, $"{seed}"));
        foreach (double? value in (double?[])[fit.Deviance, fit.NullDeviance, fit.LogLikelihood, fit.Aic, fit.Dispersion, fit.DispersionStandardError, fit.Overdispersion])
        {
            Assert.True(value is null || double.IsFinite(value.Value), $"{seed}: {value}");
        }

        try
        {
            CountPrediction prediction = fit.Predict([.. fit.Coefficients.Skip(1).Select(_ => 0.5)]);
            Assert.True(double.IsFinite(prediction.Mean.Mean) && double.IsFinite(prediction.Mean.Upper) && prediction.LowestCount >= 0, $"{seed}");
        }
        catch (ArgumentException refusal)
        {
            Assert.Contains("expected", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static CountData Nasty(int seed)
    {
        RandomStream random = PenalizedCases.Stream(seed, 9, 0);
        int rows = 3 + random.NextIndex(12);
        int columns = random.NextIndex(4);
        double largest = random.NextIndex(3) switch { 0 => 3, 1 => 1e4, _ => 1e14 };
        bool isOffset = random.NextIndex(3) == 0;
        int kind = random.NextIndex(6);
        List<double[]> values = [];
        List<double> counts = [];
        List<double> exposures = [];
        List<double> weights = [];
        for (int row = 0; row < rows; row++)
        {
            double[] one = [.. Enumerable.Range(0, columns).Select(_ => random.NextNormal())];
            for (int column = 0; column < columns; column++)
            {
                one[column] = kind switch
                {
                    0 => one[0],
                    1 => one[column] * PortableMath.Exp(40 * one[column]),
                    2 => one[column] > 0.7 ? 1 : 0,
                    3 => row == 0 ? 1e9 : one[column],
                    _ => one[column],
                };
            }

            values.Add(one);
            counts.Add(random.NextIndex(3) == 0 ? 0 : Math.Floor(largest * random.NextUniform()));
            exposures.Add(isOffset ? PortableMath.Exp(30 * (random.NextUniform() - 0.5)) : 1);
            weights.Add(random.NextIndex(4) == 0 ? 1e-8 * random.NextUniform() : random.NextIndex(3));
        }

        weights[0] = 1;
        return new CountData(PenalizedCases.Names(columns), values, counts, exposures, weights: kind == 4 ? weights : null);
    }
}
