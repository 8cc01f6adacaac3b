using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>
/// Further fits agree with published ones: Poisson to 1e-7 of each coefficient and of the deviance, negative binomial to 1e-5; where fewer
/// digits are published, to those, and the score equations are zero besides.
/// </summary>
public sealed class CountReferenceSetTests
{
    [Fact]
    public void Executions_have_Statas_fit_and_leverages()
    {
        // Stata's "glm executions income perpoverty perblack LN_VC100k96 south degree, family(poisson)", in the results of statsmodels' tests.
        CountFit fit = CountRegression.Poisson(PublishedCounts.Executions());
        Agree([-6.8014789919532, .00026110166569, .07781804809828, -.09493110013466, .29693462055586, 2.3011832004524, -18.722067603077], fit, 1e-8);
        Errors([4.146873025502, .00005187148786, .07940260798777, .02291930335216, .43751760764129, .42838381728481, 4.2839791307242], fit, 1e-8);
        Assert.Equal(18.59164098607571, fit.Deviance, 1e-11);
        Assert.Equal(-31.92732830809848, fit.LogLikelihood, 1e-11);
        Assert.Equal(77.854656616197, fit.Aic, 1e-10);
        Assert.Equal(2.475374834715614, fit.Overdispersion!.Value, 1e-8);
        double[] leverages =
        [
            .98022246360779, .89840310811996, .11764223873615, .46500706672668, .24561510450478, .41350400447845, .32057955861092, .31702440977097,
            .27665960788727, .55124300718307, .61045408248901, .61120104789734, .45554983615875, .31432569026947, .14003194868565, .08045063912868, .20208616554737,
        ];
        for (int row = 0; row < leverages.Length; row++)
        {
            Assert.Equal(leverages[row], fit.Leverages[row], 1e-7);
        }

        CountRegressionReferenceTests.ScoreIsZero(fit);
    }

    [Fact]
    public void Executions_with_weights_have_Statas_fit()
    {
        // Ibid., with [fweight=fweight], which are 1, 2 and 3 in threes.
        CountFit fit = CountRegression.Poisson(PublishedCounts.Executions([1, 1, 1, 2, 2, 2, 3, 3, 3, 1, 1, 1, 2, 2, 2, 3, 3]));
        Agree([-6.5630017977416, .00025343868829, .09081422305585, -.09416451429381, .27652273809506, 2.239890838384, -18.842583191417], fit, 1e-8);
        Errors([3.2352486362722, .00004015414514, .06472607217881, .01795769655821, .38626128010796, .36339399714255, 3.736940161486], fit, 1e-8);
        Assert.Equal(23.34969514421719, fit.Deviance, 1e-10);
        Assert.Equal(-52.96941847346162, fit.LogLikelihood, 1e-10);
        Assert.Equal(26, fit.DegreesOfFreedom);
        CountRegressionReferenceTests.ScoreIsZero(fit);
    }

    [Fact]
    public void Deaths_of_doctors_have_Statas_fits_with_and_without_exposure()
    {
        // Stata's "poisson deaths smokes i.agecat, exposure(pyears)" and "poisson deaths lnpyears smokes i.agecat", in the results of statsmodels' tests.
        CountFit fit = CountRegression.Poisson(PublishedCounts.Doctors(true));
        Agree([-7.919325711822, .35453563725291, 1.4840070063099, 2.6275051184579, 3.350492785161, 3.7000964518246], fit, 1e-8);
        Errors([.19176181876223, .10737411818853, .19510337263434, .18372726944827, .18479918093323, .19221951212105], fit, 1e-8);
        Assert.Equal(-33.6001534405213, fit.LogLikelihood, 1e-10);
        CountFit free = CountRegression.Poisson(PublishedCounts.Doctors(false));
        Agree([-4.724924181641, .66308184237808, .84966723812924, 1.3944392032504, 2.389284381366, 2.8385093615484, 2.9103531988515], free, 1e-8);
        Errors([6.0276019460727, .63593388706566, .94279599903649, .25613243411925, .48305517266329, .98099727008295, 1.500316321385], free, 1e-8);
        Assert.Equal(-33.45804471711131, free.LogLikelihood, 1e-10);

        // Stata's deviance: twice what its log-likelihood is below that of means equal to the counts.
        double[] deaths = [32, 104, 206, 186, 102, 2, 12, 28, 28, 31];
        double full = deaths.Sum(count => (count * Math.Log(count)) - count - PortableMath.LogGamma(count + 1));
        Assert.Equal(2 * (full + 33.6001534405213), fit.Deviance, 1e-10);
        CountRegressionReferenceTests.ScoreIsZero(fit);
        CountRegressionReferenceTests.ScoreIsZero(free);
    }

    [Fact]
    public void Weights_of_young_women_have_Julias_fit_without_ones()
    {
        // GLM.jl's tests of "GLM with no intercept", fitted to a relative change of the deviance of 1e-8.
        CountFit fit = CountRegression.Poisson(PublishedCounts.Anorexia());
        Agree([-0.007008396492196935, 0.6038154674863438, 0.5654250124481003, 0.6931599989992452], fit, 1e-8);

        // Its errors are of the weights one step before the end.
        Errors([0.0015910084415445974, 0.13185097176418983, 0.13016395889443858, 0.1336778089431681], fit, 1e-5);
        Assert.Equal(90.17048668870225, fit.Deviance, 1e-9);
        Assert.Equal(159.32999067102548, fit.NullDeviance, 1e-9);
        Assert.Equal(-610.3058020030296, fit.LogLikelihood, 1e-8);
        CountRegressionReferenceTests.ScoreIsZero(fit);
    }

    [Fact]
    public void Deaths_of_children_have_the_fits_of_Statas_manual_to_its_digits()
    {
        // Stata's manual [R] nbreg, example 1, prints seven digits: "poisson" and "nbreg deaths i.cohort, offset(logexp)".
        CountData data = PublishedCounts.Children();
        CountFit poisson = CountRegression.Poisson(data);
        Digits([-3.899488, -.3020405, .0742143], poisson, [5.1e-7, 5.1e-8, 5.1e-8]);
        Errors([.0411345, .0573319, .0589726], poisson, 2e-6);
        Assert.Equal(-2159.5158, poisson.LogLikelihood, 2e-4);
        CountRegressionReferenceTests.ScoreIsZero(poisson);

        CountFit fit = CountRegression.NegativeBinomial(data);
        Digits([-2.086731, -.2676187, -.4573957], fit, [1e-6, 1e-6, 1e-6]);
        Errors([.511856, .7237203, .7236651], fit, 2e-6);
        Assert.Equal(1.811212, fit.Dispersion!.Value, 1e-6);
        Assert.Equal(.4679475, fit.DispersionStandardError!.Value, 1e-6);
        Assert.Equal(-131.3799, fit.LogLikelihood, 5.1e-5);
        Assert.Equal(4056.27, LikelihoodRatio.Of(poisson, fit).Statistic, 5.1e-3);
        CountRegressionReferenceTests.ScoreIsZero(fit);
    }

    [Fact]
    public void Bills_of_committees_have_the_published_fit_at_a_dispersion_of_one_to_three_digits()
    {
        // The results of statsmodels' tests of the negative binomial family, α = 1. Its steps with the expected information close in by a
        // share each, and end early: three digits are right, and its coefficients give a deviance that the best is below by a millionth at most.
        CountData data = PublishedCounts.Committees();
        double[] published = [-6.44847076, -0.0268147, 1.25103364, 2.91070663, -0.34799563, 0.00659808, -0.31303026];
        CountFit fit = CountRegression.NegativeBinomial(data, 1, CountInformation.Expected);
        Agree(published, fit, 5e-4);
        Errors([3.21429775e+00, 3.22130435e-02, 7.68090529e-01, 1.04436390e+00, 6.73309516e-01, 2.27984343e-03, 1.73596557e-01], fit, 5e-4);
        double there = CountState.At(data, 1, published).Deviance;
        Assert.InRange(fit.Deviance, there * (1 - 1e-6), there);
        CountRegressionReferenceTests.ScoreIsZero(fit);
    }

    [Fact]
    public void Mites_on_leaves_have_the_dispersion_of_Bliss_and_Fisher()
    {
        // Their maximum-likelihood estimate of k = 1/α is 1.02459, with mean 1.14667.
        CountFit fit = CountRegression.NegativeBinomial(PublishedCounts.Mites());
        Assert.Equal(172.0 / 150, fit.Means[0], 1e-9);
        Assert.Equal(1.02459, 1 / fit.Dispersion!.Value, 5.1e-6);
        CountRegressionReferenceTests.ScoreIsZero(fit);
    }

    [Fact]
    public void Satellites_of_crabs_have_Rs_dispersion_and_likelihood()
    {
        // R's glm.nb(Satellites ~ 1) prints theta 0.757759 and twice the log-likelihood −767.4092, of all 173 females; the mean is 505/173.
        CountFit fit = CountRegression.NegativeBinomial(PublishedCounts.Crabs());
        Assert.Equal(Math.Log(505.0 / 173), fit.Coefficients[0].Estimate, 1e-10);
        Assert.Equal(0.757759, 1 / fit.Dispersion!.Value, 5.1e-7);
        Assert.Equal(-767.4092, 2 * fit.LogLikelihood, 5.1e-5);
        CountRegressionReferenceTests.ScoreIsZero(fit);
    }

    private static void Agree(double[] expected, CountFit fit, double share) =>
        Digits(expected, fit, [.. expected.Select(value => share * Math.Max(Math.Abs(value), 1e-3))]);

    private static void Digits(double[] expected, CountFit fit, double[] tolerances)
    {
        Assert.Equal(expected.Length, fit.Coefficients.Count);
        for (int place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], fit.Coefficients[place].Estimate, tolerances[place]);
        }
    }

    private static void Errors(double[] expected, CountFit fit, double share)
    {
        Assert.Equal(expected.Length, fit.Coefficients.Count);
        for (int place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], fit.Coefficients[place].StandardError, share * expected[place]);
        }
    }
}
