using LocalitySim.Simulation;
using MathNet.Numerics.Distributions;
using Xunit;

namespace LocalitySim.Tests;

public class DistributionShapeTests
{
    [Fact]
    public void Draws_follow_their_distribution_functions()
    {
        AssertFollows(new ExponentialDistribution(3), x => Exponential.CDF(1.0 / 3, x));
        AssertFollows(new GammaDistribution(0.3, 2), x => Gamma.CDF(0.3, 0.5, x));
        AssertFollows(new GammaDistribution(1.4, 2), x => Gamma.CDF(1.4, 0.5, x));
        AssertFollows(new GammaDistribution(25, 2), x => Gamma.CDF(25, 0.5, x));
        AssertFollows(new LognormalDistribution(0.5, 0.8), x => LogNormal.CDF(0.5, 0.8, x));
        AssertFollows(new WeibullDistribution(0.7, 3), x => Weibull.CDF(0.7, 3, x));
        AssertFollows(new WeibullDistribution(2.5, 3), x => Weibull.CDF(2.5, 3, x));
        AssertFollows(new UniformDistribution(2, 5), x => (x - 2) / 3);
        AssertFollows(new TriangularDistribution(1, 2, 5), x => Triangular.CDF(1, 5, 2, x));
        AssertFollows(new ScaledDistribution(4, new ExponentialDistribution(3)), x => Exponential.CDF(1.0 / 12, x));
        AssertFollows(
            new MixtureDistribution((3, new ExponentialDistribution(1)), (1, new UniformDistribution(2, 4))),
            x => (0.75 * Exponential.CDF(1, x)) + (0.25 * Math.Clamp((x - 2) / 2, 0, 1)));
    }

    [Fact]
    public void Length_biased_draws_follow_their_distribution_functions()
    {
        AssertLengthBiased(new ExponentialDistribution(3), x => Gamma.CDF(2, 1.0 / 3, x));
        AssertLengthBiased(new GammaDistribution(0.3, 2), x => Gamma.CDF(1.3, 0.5, x));
        AssertLengthBiased(new LognormalDistribution(0.5, 0.8), x => LogNormal.CDF(0.5 + 0.64, 0.8, x));
        AssertLengthBiased(new WeibullDistribution(0.7, 3), x => Gamma.CDF(1 + (1 / 0.7), 1, Math.Pow(x / 3, 0.7)));
        AssertLengthBiased(new UniformDistribution(2, 5), x => ((x * x) - 4) / 21);

        // From 0 with mode 2 to 5, mean 7/3: the integral of x f(x), from f = x/5 up to 2 and 2(5 − x)/15 from there.
        AssertLengthBiased(
            new TriangularDistribution(0, 2, 5),
            x => (x < 2 ? x * x * x / 15 : (8.0 / 15) + (((5 * x * x) - (2 * x * x * x / 3) - 20 + (16.0 / 3)) / 15)) * 3 / 7);

        // Exp(1) weighs 0.75 × 1, U(2, 4) weighs 0.25 × 3: half each.
        AssertLengthBiased(
            new MixtureDistribution((3, new ExponentialDistribution(1)), (1, new UniformDistribution(2, 4))),
            x => (0.5 * Gamma.CDF(2, 1, x)) + (0.5 * Math.Clamp(((x * x) - 4) / 12, 0, 1)));
    }

    [Fact]
    public void Counts_follow_their_probabilities()
    {
        AssertCounts(new PoissonDistribution(0.5), k => Poisson.PMF(0.5, k));
        AssertCounts(new PoissonDistribution(9.5), k => Poisson.PMF(9.5, k));
        AssertCounts(new PoissonDistribution(10), k => Poisson.PMF(10, k));
        AssertCounts(new PoissonDistribution(25), k => Poisson.PMF(25, k));
        AssertCounts(new PoissonDistribution(400), k => Poisson.PMF(400, k));
        AssertCounts(new NegativeBinomialDistribution(4, 0.5), k => NegativeBinomial.PMF(0.5, 0.5 / 4.5, k));
        AssertCounts(new NegativeBinomialDistribution(30, 6), k => NegativeBinomial.PMF(6, 6.0 / 36, k));
        AssertCounts(new CategoricalDistribution(1, 2, 3, 0, 4), k => k < 5 && k != 3 ? (k + (k < 3 ? 1 : 0)) / 10.0 : 0);
    }

    [Fact]
    public void Values_are_drawn_in_proportion_to_weight_and_to_weight_times_length()
    {
        EmpiricalDistribution distribution = new([1, 2, 5], [5, 0, 1]);
        const int Draws = 60_000;
        RandomStream random = Streams.Any(400);
        int[] plain = new int[6];
        int[] biased = new int[6];
        for (int i = 0; i < Draws; i++)
        {
            plain[(int)distribution.Sample(ref random)]++;
            biased[(int)distribution.SampleLengthBiased(ref random)]++;
        }

        Assert.Equal(0, plain[2] + biased[2]);

        // 5/6 and 1/6; length-biased 5 × 1 against 1 × 5: half each. Five standard deviations.
        Assert.InRange(plain[1], 50_000 - 457, 50_000 + 457);
        Assert.InRange(biased[1], 30_000 - 613, 30_000 + 613);
    }

    [Fact]
    public void An_index_without_weight_is_never_drawn()
    {
        // Thirds and tenths leave rounding behind when the alias table is made.
        double[] weights = [0, 0.1, 0.7, 0, 1.0 / 3, 0.1, 0, 2.0 / 3, 0];
        CategoricalDistribution distribution = new(weights);
        RandomStream random = Streams.Any(401);
        for (int i = 0; i < 200_000; i++)
        {
            Assert.True(weights[distribution.Sample(ref random)] > 0);
        }
    }

    private static void AssertFollows(Distribution distribution, Func<double, double> cdf)
    {
        double p = Goodness.KolmogorovP(Streams.Any(500), (ref r) => distribution.Sample(ref r), cdf);
        Assert.True(p > 1e-6, FormattableString.Invariant($"{distribution}: p {p}"));
    }

    private static void AssertLengthBiased(Distribution distribution, Func<double, double> cdf)
    {
        double p = Goodness.KolmogorovP(Streams.Any(501), (ref r) => distribution.SampleLengthBiased(ref r), cdf);
        Assert.True(p > 1e-6, FormattableString.Invariant($"{distribution}: p {p}"));
    }

    private static void AssertCounts(DiscreteDistribution distribution, Func<int, double> probability)
    {
        const int Draws = 100_000;
        int[] counts = new int[1000];
        RandomStream random = Streams.Any(502);
        for (int i = 0; i < Draws; i++)
        {
            counts[distribution.Sample(ref random)]++;
        }

        double p = Goodness.ChiSquareP(counts, k => Draws * probability(k));
        Assert.True(p > 1e-6, FormattableString.Invariant($"{distribution} with mean {distribution.Mean}: p {p}"));
    }
}
