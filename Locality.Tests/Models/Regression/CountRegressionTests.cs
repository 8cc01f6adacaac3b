using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What holds of every fit, whatever the data.</summary>
public sealed class CountRegressionTests
{
    private static readonly string[] Names = ["x", "side"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_score_is_zero_at_the_fit_of_drawn_counts(int seed)
    {
        CountData data = Drawn(seed, 200, 0.4);
        CountRegressionReferenceTests.ScoreIsZero(CountRegression.Poisson(data));
        CountRegressionReferenceTests.ScoreIsZero(CountRegression.NegativeBinomial(data));
        CountRegressionReferenceTests.ScoreIsZero(CountRegression.NegativeBinomial(data, 3));
    }

    [Fact]
    public void Where_the_likelihood_has_two_peaks_the_higher_is_found()
    {
        // One row of 900,000 counts holds the mean at its own where α = 0, and the likelihood falls from there; it is greater all the same at α = 0.2,
        // where the other rows have their spread: −36.4823 at α = 0.203, m = 1.33 on a grid, by log gamma functions elsewhere.
        CountData data = new([], [[], [], [], [], [], [], [], [], [], []], [2, 9, 4, 12, 3, 7, 15, 5, 900_000, 0], [5, 5, 5, 5, 5, 5, 5, 5, 1e6, 1e-6]);
        CountFit fit = CountRegression.NegativeBinomial(data);
        Assert.Equal(0.203, fit.Dispersion!.Value, 0.002);
        Assert.Equal(-36.4823, fit.LogLikelihood, 0.0005);
        Assert.True(fit.LogLikelihood > CountRegression.Poisson(data).LogLikelihood + 1);
        Assert.Equal(0, DispersionSearch.Profile(fit.State).First, 1e-6);
    }

    [Fact]
    public void An_offset_is_the_logarithm_of_an_exposure()
    {
        CountData drawn = Drawn(4, 60, 0.4);
        double[] exposures = [.. Enumerable.Range(1, 60).Select(row => 0.25 * row)];
        CountFit one = CountRegression.NegativeBinomial(Again(drawn, exposures: exposures));
        CountFit other = CountRegression.NegativeBinomial(Again(drawn, offsets: [.. exposures.Select(PortableMath.Log)]));
        Assert.Equal(one.LogLikelihood, other.LogLikelihood);
        Assert.Equal(one.Coefficients, other.Coefficients);

        // An exposure twice as large takes ln 2 from the intercept, and no more.
        CountFit twice = CountRegression.NegativeBinomial(Again(drawn, exposures: [.. exposures.Select(value => 2 * value)]));
        Assert.Equal(one.Coefficients[0].Estimate - Math.Log(2), twice.Coefficients[0].Estimate, 1e-9);
        Assert.Equal(one.Coefficients[1].Estimate, twice.Coefficients[1].Estimate, 1e-9);
        Assert.Equal(one.Dispersion!.Value, twice.Dispersion!.Value, 1e-9);
    }

    [Fact]
    public void A_weight_is_a_number_of_equal_rows_and_zero_leaves_a_row_out()
    {
        CountData drawn = Drawn(5, 50, 0.6);
        double[] weights = [.. Enumerable.Range(0, 50).Select(row => (double)(row % 4))];
        int[] repeated = [.. Enumerable.Range(0, 50).SelectMany(row => Enumerable.Repeat(row, row % 4))];
        CountData longer = new(Names, [.. repeated.Select(row => RowOf(drawn, row))], [.. repeated.Select(row => drawn.Counts[row])]);
        foreach (Func<CountData, CountFit> fit in (Func<CountData, CountFit>[])[CountRegression.Poisson, data => CountRegression.NegativeBinomial(data)])
        {
            CountFit one = fit(Again(drawn, weights: weights));
            CountFit other = fit(longer);
            for (int place = 0; place < 3; place++)
            {
                Assert.Equal(other.Coefficients[place].Estimate, one.Coefficients[place].Estimate, 1e-9);
                Assert.Equal(other.Coefficients[place].StandardError, one.Coefficients[place].StandardError, 1e-9);
            }

            Assert.Equal(other.LogLikelihood, one.LogLikelihood, 1e-8);
            Assert.Equal(other.Deviance, one.Deviance, 1e-8);
            Assert.Equal(other.NullDeviance, one.NullDeviance, 1e-8);
            Assert.Equal(other.Overdispersion!.Value, one.Overdispersion!.Value, 1e-9);
            Assert.Equal(other.DispersionStandardError ?? 0, one.DispersionStandardError ?? 0, 1e-9);
        }
    }

    [Fact]
    public void A_dispersion_that_vanishes_gives_the_Poisson_fit()
    {
        CountData data = Drawn(6, 80, 0);
        CountFit poisson = CountRegression.Poisson(data);
        foreach (double alpha in (double[])[1e-6, 1e-9, 1e-12, 0])
        {
            CountFit fit = CountRegression.NegativeBinomial(data, alpha);
            Assert.Equal(poisson.LogLikelihood, fit.LogLikelihood, 1e-9 + (2e3 * alpha));
            Assert.Equal(poisson.Deviance, fit.Deviance, 1e-9 + (1e4 * alpha));
            Assert.Equal(poisson.Coefficients[1].Estimate, fit.Coefficients[1].Estimate, 1e-9 + (10 * alpha));
            Assert.Equal(poisson.Coefficients[1].StandardError, fit.Coefficients[1].StandardError, 1e-9 + (10 * alpha));
        }
    }

    [Fact]
    public void Counts_that_spread_less_than_Poisson_ones_have_a_dispersion_of_zero_and_no_error_of_it()
    {
        CountData data = new(["x"], [[0], [1], [2], [3], [4]], [5, 5, 6, 6, 7]);
        CountFit fit = CountRegression.NegativeBinomial(data);
        Assert.Equal(0, fit.Dispersion);
        Assert.Null(fit.DispersionStandardError);
        LikelihoodRatio test = LikelihoodRatio.Of(CountRegression.Poisson(data), fit);
        Assert.Equal(0, test.Statistic);
        Assert.Equal(1, test.PValue);
    }

    [Fact]
    public void The_fit_of_one_intercept_is_the_mean_and_its_error_is_known()
    {
        // Poisson: variance of ln ȳ is 1/Σy. Negative binomial, expected: (1 + αȳ)/Σy; and β and α are orthogonal at the mean.
        double[] counts = [0, 3, 9, 1, 0, 14, 2, 6];
        CountData data = new([], [.. counts.Select(_ => Array.Empty<double>())], counts);
        CountFit poisson = CountRegression.Poisson(data);
        Assert.Equal(Math.Log(counts.Average()), poisson.Coefficients[0].Estimate, 1e-12);
        Assert.Equal(1 / Math.Sqrt(counts.Sum()), poisson.Coefficients[0].StandardError, 1e-12);
        CountFit fit = CountRegression.NegativeBinomial(data, CountInformation.Expected);
        Assert.Equal(Math.Log(counts.Average()), fit.Coefficients[0].Estimate, 1e-10);
        Assert.Equal(Math.Sqrt((1 + (fit.Dispersion!.Value * counts.Average())) / counts.Sum()), fit.Coefficients[0].StandardError, 1e-10);
        Assert.Equal(fit.Coefficients[0].StandardError, CountRegression.NegativeBinomial(data).Coefficients[0].StandardError, 1e-10);
    }

    [Fact]
    public void Counts_of_a_thousand_million_are_fitted()
    {
        CountData data = new(["x"], [[0], [0], [1], [1]], [1e9, 1e9 + 2000, 2e9, 2e9 - 4000]);
        CountFit poisson = CountRegression.Poisson(data);
        Assert.Equal(Math.Log((2e9 - 2000) / (1e9 + 1000)), poisson.Coefficient("x").Estimate, 1e-13);
        Assert.Equal(Math.Sqrt((1 / (2e9 + 2000)) + (1 / (4e9 - 4000))), poisson.Coefficient("x").StandardError, 1e-14);
        CountData wide = new(["x"], [[0], [0], [0], [1], [1], [1]], [1e9, 2e9, 5e8, 4e9, 9e9, 3e9]);
        CountFit fit = CountRegression.NegativeBinomial(wide);

        // So large, counts over their mean are gamma-distributed, of shape k = 1/α: ln k − ψ(k) = −mean of ln(y/ȳ); ψ from its derivative's source, LogGamma.
        double[] means = [3.5e9 / 3, 3.5e9 / 3, 3.5e9 / 3, 16e9 / 3, 16e9 / 3, 16e9 / 3];
        double spread = -wide.Counts.Zip(means, (count, mean) => Math.Log(count / mean)).Average();
        double shape = 1 / fit.Dispersion!.Value;
        double psi = (PortableMath.LogGamma(shape + 1e-5) - PortableMath.LogGamma(shape - 1e-5)) / 2e-5;
        Assert.Equal(spread, Math.Log(shape) - psi, 1e-7);
        Assert.Equal(Math.Log(16 / 3.5), fit.Coefficient("x").Estimate, 1e-8);
    }

    [Fact]
    public void A_predicted_count_lies_in_its_interval_as_often_as_said_where_the_mean_is_known()
    {
        // With a million rows the mean is all but known: the bounds are quantiles of the count's own distribution.
        CountFit fit = CountRegression.NegativeBinomial(new CountData([], [[], []], [2, 6], weights: [1e6, 1e6]), 0.5);
        CountPrediction prediction = fit.Predict([]);
        Assert.Equal(4, prediction.Mean.Mean, 1e-9);
        Assert.InRange(prediction.Mean.Upper - prediction.Mean.Lower, 1e-4, 0.02);
        double Share(double count) => CountProbability.NegativeBinomialAtMost(count, 4, 0.5);
        Assert.True(Share(prediction.HighestCount!.Value) >= 0.975 && Share(prediction.HighestCount.Value - 1) < 0.975);
        Assert.True(Share(prediction.LowestCount) >= 0.025 && prediction.LowestCount == 0);

        // With few rows the interval is wider, and tenfold exposure has a tenfold mean.
        CountFit few = CountRegression.NegativeBinomial(new CountData([], [[], []], [2, 6]), 0.5);
        Assert.True(few.Predict([]).HighestCount > prediction.HighestCount);
        Assert.Equal(40, few.Predict([], exposure: 10).Mean.Mean, 1e-9);
    }

    [Theory]
    [InlineData(CountFamily.Poisson)]
    [InlineData(CountFamily.NegativeBinomial)]
    [Trait("Needs", "Hours")]
    public void Intervals_hold_the_coefficient_and_the_new_count_as_often_as_they_say(CountFamily family)
    {
        int held = 0;
        int counted = 0;
        const int Times = 2000;
        double alpha = family == CountFamily.Poisson ? 0 : 0.4;
        for (int time = 0; time < Times; time++)
        {
            CountData data = Drawn(1000 + time, 150, alpha);
            CountFit fit = family == CountFamily.Poisson ? CountRegression.Poisson(data) : CountRegression.NegativeBinomial(data);
            held += fit.Coefficient("x").Interval().Contains(0.5) ? 1 : 0;
            CountPrediction prediction = fit.Predict([0.3, 1]);
            double fresh = Draw(time, 999, PortableMath.Exp(1 + 0.15 - 0.4), alpha);
            counted += fresh >= prediction.LowestCount && fresh <= prediction.HighestCount ? 1 : 0;
        }

        // Four standard errors of a share of 95 % are 1.95 %; a Wald interval of an estimated α is a little short, and a count's bounds are generous.
        TestContext.Current.SendDiagnosticMessage($"{family}: coefficient {held}, count {counted} of {Times}");
        Assert.InRange(held / (double)Times, 0.93, 0.97);
        Assert.InRange(counted / (double)Times, 0.93, 0.995);
    }

    internal static CountData Drawn(int seed, int rows, double alpha)
    {
        List<double[]> values = [];
        List<double> counts = [];
        for (int row = 0; row < rows; row++)
        {
            double x = (2.0 * row / rows) - 1;
            double side = row % 2;
            values.Add([x, side]);
            counts.Add(Draw(seed, row, PortableMath.Exp(1 + (0.5 * x) - (0.4 * side)), alpha));
        }

        return new CountData(Names, values, counts);
    }

    private static double Draw(int seed, int row, double mean, double alpha)
    {
        RandomStream random = new RandomStreams((ulong)seed, 0).Stream(new Purpose(1, "counts"), entity: (uint)row);
        return alpha == 0 ? new PoissonDistribution(mean).Sample(ref random) : new NegativeBinomialDistribution(mean, 1 / alpha).Sample(ref random);
    }

    private static double[] RowOf(CountData data, int row) => [data.Design[1][row], data.Design[2][row]];

    private static CountData Again(CountData data, double[]? exposures = null, double[]? offsets = null, double[]? weights = null) =>
        new(Names, [.. Enumerable.Range(0, data.Rows).Select(row => RowOf(data, row))], data.Counts, exposures, offsets, weights);
}
