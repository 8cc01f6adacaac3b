using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Fits of classic data agree with what R, Stata and Julia publish, to the digits published, and solve the score equations.</summary>
public sealed class CountRegressionReferenceTests
{
    [Fact]
    public void Dobsons_randomised_trial_is_fitted_as_by_R_and_Julia()
    {
        // GLM.jl's tests of "Poisson GLM" have all digits; the errors are those of R's ?glm, to its four.
        CountFit fit = CountRegression.Poisson(CountDataSets.Dobson());
        Close([3.044522437723423, -0.45425527227759555, -0.29298712468147375], fit, 1e-9);
        Assert.Equal(5.12914107700115, fit.Deviance, 1e-9);
        Assert.Equal(-23.380659200978837, fit.LogLikelihood, 1e-9);
        Assert.Equal(56.76131840195767, fit.Aic, 1e-9);
        Assert.Equal(4, fit.DegreesOfFreedom);
        ScoreIsZero(fit);
    }

    [Fact]
    public void Weights_of_Dobsons_trial_count_as_in_Julia()
    {
        // GLM.jl's tests of "Poisson LogLink Weights".
        CountFit fit = CountRegression.Poisson(CountDataSets.Dobson([1.5, 2.0, 1.1, 4.5, 2.4, 3.5, 5.6, 5.4, 6.7]));
        Close([3.1218557035404793, -0.5270435906931427, -0.40300384148562746, -0.017850203824417415, -0.03507851122782909], fit, 1e-8);
        Assert.Equal(17.699857821414266, fit.Deviance, 1e-8);
        Assert.Equal(-84.57429468506352, fit.LogLikelihood, 1e-8);
        ScoreIsZero(fit);
    }

    [Fact]
    public void Damage_to_ships_has_Statas_Poisson_fit()
    {
        // Stata's "poisson accident yr_con op_75_79, exposure(service)", in the results of statsmodels' tests of counts.
        CountFit fit = CountRegression.Poisson(CountDataSets.Ships());
        Close([-6.974712802772, 0.30633819450439, 0.35592229608495], fit, 1e-9);
        Errors([0.13252425018256, 0.05790831365493, 0.12151759298719], fit, 1e-9);
        Assert.Equal(-91.28727940081573, fit.LogLikelihood, 1e-9);
        Assert.Equal(-0.00165060980569, fit.Covariance(CountData.Intercept, "period"), 1e-10);
        Assert.Equal(2.9289775030556, fit.Coefficient("period").Z, 1e-8);
        Assert.Equal(0.00340079035234, fit.Coefficient("period").PValue, 1e-9);
        Interval interval = fit.Coefficient("year").Interval();
        Assert.Equal(0.19283998533528, interval.Lower, 1e-9);
        Assert.Equal(0.4198364036735, interval.Upper, 1e-9);
        ScoreIsZero(fit);

        // Without columns but the ones Stata's log-likelihood is −122.0974139280415, and the test's χ² 61.62026905445154.
        CountData data = CountDataSets.Ships();
        CountFit none = CountRegression.Poisson(new CountData([], [.. data.Counts.Select(_ => Array.Empty<double>())], data.Counts, offsets: data.Offsets));
        LikelihoodRatio test = LikelihoodRatio.Of(none, fit);
        Assert.Equal(-122.0974139280415, none.LogLikelihood, 1e-9);
        Assert.Equal(61.62026905445154, test.Statistic, 1e-9);
        Assert.Equal(2, test.DegreesOfFreedom);
        Assert.Equal(4.16225408420e-14, test.PValue, 1e-22);
        Assert.Equal(fit.NullDeviance - fit.Deviance, test.Statistic, 1e-9);
    }

    [Fact]
    public void Damage_to_ships_has_Statas_negative_binomial_fit()
    {
        // Stata's "nbreg accident yr_con op_75_79, exposure(service)", ibid.; the error of α is that of ln α times α.
        CountFit fit = CountRegression.NegativeBinomial(CountDataSets.Ships());
        Close([-6.5908639033905, 0.28503762550355, 0.17127003537767], fit, 1e-7);
        Errors([0.40391814231008, 0.14983643534827, 0.27580549562862], fit, 1e-7);
        Assert.Equal(0.2457422083490335, fit.Dispersion!.Value, 1e-7);
        Assert.Equal(0.12608018984282, fit.DispersionStandardError!.Value, 1e-7);
        Assert.Equal(-82.49115612464289, fit.LogLikelihood, 1e-9);
        Assert.Equal(-0.0197375670989, fit.Covariance(CountData.Intercept, "period"), 1e-7);
        LikelihoodRatio overPoisson = LikelihoodRatio.Of(CountRegression.Poisson(CountDataSets.Ships()), fit);
        Assert.Equal(17.5922465523457, overPoisson.Statistic, 1e-8);
        Assert.True(overPoisson.IsAtEdge);
        Assert.Equal(0.5 * TailProbability.ChiSquared(17.5922465523457, 1), overPoisson.PValue, 1e-12);
        ScoreIsZero(fit);
    }

    [Fact]
    public void Damage_to_ships_without_exposure_has_Statas_fits()
    {
        CountFit poisson = CountRegression.Poisson(CountDataSets.Ships(false));
        Close([2.2697077143215, -0.02172061893549, 0.22148585072024], poisson, 1e-9);
        Assert.Equal(-354.2436413025559, poisson.LogLikelihood, 1e-9);
        CountFit fit = CountRegression.NegativeBinomial(CountDataSets.Ships(false));
        Close([2.2952623989519, -0.03536709401845, 0.23211570238882], fit, 1e-7);
        Assert.Equal(2.330298308905143, fit.Dispersion!.Value, 1e-7);
        Assert.Equal(-109.0877965183258, fit.LogLikelihood, 1e-9);
        ScoreIsZero(fit);
    }

    [Fact]
    public void Days_absent_at_a_given_dispersion_have_Julias_deviance_at_its_coefficients_and_a_lower_one_at_the_fit()
    {
        // GLM.jl's tests of "NegativeBinomial LogLink Fixed θ", θ = 1/α = 2. It ends its steps once the deviance moves by under a millionth,
        // so that its coefficients are right to four digits: they give its deviance to the last, and the best a slightly lower one.
        CountData data = CountDataSets.Quine();
        double[] julia = [2.886448718885344, -0.5675149923412003, 0.08707706381784373, -0.44507646428307207, 0.09279987988262384, 0.35948527963485755, 0.29676767190444386];
        CountState there = CountState.At(data, 0.5, julia);
        Assert.Equal(239.11105911824325, there.Deviance, 1e-8);
        Assert.Equal(-553.2596040803376, there.LogLikelihood(), 1e-8);
        CountFit fit = CountRegression.NegativeBinomial(data, 0.5);
        Assert.InRange(fit.Deviance, 239.11105911824325 * (1 - 1e-6), 239.11105911824325);
        Close(julia, fit, 1e-3);
        ScoreIsZero(fit);
    }

    [Fact]
    public void Days_absent_have_Rs_negative_binomial_fit()
    {
        // R's summary(glm.nb(Days ~ Eth + Sex + Age + Lrn, data = quine)) of MASS, init.theta = 1.274892646, coefficients and errors to five
        // digits; the log-likelihood, which is flat at the best, from GLM.jl's tests, which compare it to 1e-7 of its size.
        CountFit fit = CountRegression.NegativeBinomial(CountDataSets.Quine(), CountInformation.Expected);
        Close([2.89458, -0.56937, 0.08232, -0.44843, 0.08808, 0.35690, 0.29211], fit, 5.1e-6);
        Errors([0.22842, 0.15333, 0.15992, 0.23975, 0.23619, 0.24832, 0.18647], fit, 5.1e-6);
        Assert.Equal(1.274892646, 1 / fit.Dispersion!.Value, 1e-5);
        Assert.Equal(0.161, fit.DispersionStandardError!.Value / (fit.Dispersion.Value * fit.Dispersion.Value), 5.1e-4);
        Assert.Equal(-3.713, fit.Coefficient("EthN").Z, 5.1e-4);
        Assert.Equal(0.000205, fit.Coefficient("EthN").PValue, 5.1e-7);
        Assert.Equal(195.29, fit.NullDeviance, 5.1e-3);
        Assert.Equal(167.95, fit.Deviance, 5.1e-3);
        Assert.Equal(-546.57550938017, fit.LogLikelihood, 5.5e-5);
        Assert.Equal(1109.15101876034, fit.Aic, 1.1e-4);
        ScoreIsZero(fit);
    }

    [Fact]
    public void Breaks_of_yarn_have_Rs_fit_to_its_five_digits()
    {
        // R's summary(glm(breaks ~ wool + tension, data = warpbreaks, family = poisson)).
        CountFit fit = CountRegression.Poisson(CountDataSets.Warpbreaks());
        Close([3.69196, -0.20599, -0.32132, -0.51849], fit, 5.1e-6);
        Errors([0.04541, 0.05157, 0.06027, 0.06396], fit, 5.1e-6);
        Assert.Equal(-3.994, fit.Coefficient("woolB").Z, 5.1e-4);
        ScoreIsZero(fit);
    }

    [Fact]
    public void Days_absent_have_Rs_Poisson_fit_to_its_five_digits()
    {
        // R's summary(glm(Days ~ Eth + Sex + Age + Lrn, data = quine, family = poisson)).
        CountFit fit = CountRegression.Poisson(CountDataSets.Quine());
        Close([2.71538, -0.53360, 0.16160, -0.33390, 0.25783, 0.42769, 0.34894], fit, 5.1e-6);
        Errors([0.06468, 0.04188, 0.04253, 0.07009, 0.06242, 0.06769, 0.05204], fit, 5.1e-6);
        Assert.Equal(2073.5, fit.NullDeviance, 0.051);
        Assert.Equal(1696.7, fit.Deviance, 0.051);
        Assert.Equal(2299.2, fit.Aic, 0.051);
        ScoreIsZero(fit);
    }

    [Fact]
    public void A_column_for_each_spray_has_the_logarithm_of_its_mean_and_the_error_of_its_total()
    {
        // One-way: β = ln(mean), its variance 1/total; deviance 2 Σ y ln(y/mean).
        (CountData data, double[][] groups) = CountDataSets.InsectSprays();
        CountFit fit = CountRegression.Poisson(data);
        Close([.. groups.Select(group => Math.Log(group.Average()))], fit, 1e-12);
        Errors([.. groups.Select(group => 1 / Math.Sqrt(group.Sum()))], fit, 1e-12);
        double deviance = groups.Sum(group => 2 * group.Where(count => count > 0).Sum(count => count * Math.Log(count / group.Average())));
        Assert.Equal(deviance, fit.Deviance, 1e-10);
        Assert.All(fit.Leverages, leverage => Assert.Equal(1.0 / 12, leverage, 1e-12));
        ScoreIsZero(fit);
    }

    /// <summary>Each column's Σ w x (y − μ)/(1 + αμ) is under 1e-9 of what it sums, and the profile's slope in α is zero where α was estimated.</summary>
    internal static void ScoreIsZero(CountFit fit)
    {
        CountData data = fit.Data;
        double alpha = fit.Dispersion ?? 0;
        foreach (double[] column in data.Design)
        {
            double score = 0;
            double size = 0;
            for (int row = 0; row < data.Rows; row++)
            {
                double term = data.Weights[row] * column[row] / (1 + (alpha * fit.Means[row]));
                score += term * (data.Counts[row] - fit.Means[row]);
                size += Math.Abs(term) * (data.Counts[row] + fit.Means[row]);
            }

            Assert.True(Math.Abs(score) <= 1e-12 * size, $"{score} of {size}");
            Assert.True(Math.Abs(score) <= 1e-9 || size > 1e3, $"{score}");
        }

        if (fit.IsDispersionEstimated && alpha > 0)
        {
            // ∂ℓ/∂α = Σ w [Σ_j j/(1 + αj) + ln(1 + αμ)/α² − (y + 1/α) μ/(1 + αμ)], Lawless 1987, by its plain terms.
            double slope = 0;
            for (int row = 0; row < data.Rows; row++)
            {
                (double y, double mean) = (data.Counts[row], fit.Means[row]);
                double sum = Math.Log(1 + (alpha * mean)) / (alpha * alpha);
                sum -= (y + (1 / alpha)) * mean / (1 + (alpha * mean));
                for (int j = 1; j < y; j++)
                {
                    sum += j / (1 + (alpha * j));
                }

                slope += data.Weights[row] * sum;
            }

            Assert.True(Math.Abs(slope) < 1e-8 * data.Rows * Math.Max(1, 1 / alpha), $"{slope}");
        }
    }

    private static void Close(double[] expected, CountFit fit, double tolerance)
    {
        for (int place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], fit.Coefficients[place].Estimate, tolerance);
        }
    }

    private static void Errors(double[] expected, CountFit fit, double tolerance)
    {
        Assert.Equal(expected.Length, fit.Coefficients.Count);
        for (int place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], fit.Coefficients[place].StandardError, tolerance);
        }
    }
}
