using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class DistributionMomentTests
{
    private const int Draws = 100_000;

    private static readonly Distribution[] s_all =
    [
        new DeterministicDistribution(2.5),
        new ExponentialDistribution(3),
        new GammaDistribution(0.3, 2),
        new GammaDistribution(1, 2),
        new GammaDistribution(7.5, 0.4),
        new LognormalDistribution(0.5, 0.6),
        LognormalDistribution.FromMeanAndSd(100, 50),
        new WeibullDistribution(0.8, 3),
        new WeibullDistribution(2.2, 3),
        new UniformDistribution(0, 4),
        new UniformDistribution(2, 5),
        new TriangularDistribution(0, 1, 5),
        new TriangularDistribution(1, 1, 4),
        new TriangularDistribution(1, 4, 4),
        new EmpiricalDistribution([0, 1, 4, 4, 10]),
        new EmpiricalDistribution([0, 1, 4, 10], [3, 0, 2, 1]),
        new MixtureDistribution((0.7, new ExponentialDistribution(1)), (0.2, new DeterministicDistribution(0)), (0.1, new UniformDistribution(5, 15))),
        new ScaledDistribution(2.5, new GammaDistribution(3, 1)),
    ];

    private static readonly DiscreteDistribution[] s_allDiscrete =
    [
        new PoissonDistribution(0),
        new PoissonDistribution(0.02),
        new PoissonDistribution(3),
        new PoissonDistribution(9.99),
        new PoissonDistribution(10),
        new PoissonDistribution(33.3),
        new PoissonDistribution(12_345),
        new PoissonDistribution(1e9),
        new NegativeBinomialDistribution(0, 1),
        new NegativeBinomialDistribution(4, 0.5),
        new NegativeBinomialDistribution(40, 8),
        new CategoricalDistribution(1, 0, 3, 6),
    ];

    [Fact]
    public void Sample_mean_and_variance_agree_with_the_stated_ones()
    {
        for (int i = 0; i < s_all.Length; i++)
        {
            Distribution distribution = s_all[i];
            double[] values = Sample((ref r) => distribution.Sample(ref r), 100 + i);
            AssertMoments(values, distribution.Mean, distribution.Variance, $"{i}: {distribution}");
            Assert.True(values.Min() >= 0);
        }
    }

    [Fact]
    public void Length_biased_means_are_the_second_moment_over_the_first()
    {
        for (int i = 0; i < s_all.Length; i++)
        {
            Distribution distribution = s_all[i];
            double[] values = Sample((ref r) => distribution.SampleLengthBiased(ref r), 200 + i);
            double expected = distribution.Mean + (distribution.Variance / distribution.Mean);
            AssertMoments(values, expected, null, $"{i}: {distribution}, length-biased");
            Assert.True(values.Min() > 0);
        }
    }

    [Fact]
    public void Discrete_sample_mean_and_variance_agree_with_the_stated_ones()
    {
        for (int i = 0; i < s_allDiscrete.Length; i++)
        {
            DiscreteDistribution distribution = s_allDiscrete[i];
            double[] values = Sample((ref r) => distribution.Sample(ref r), 300 + i);
            AssertMoments(values, distribution.Mean, distribution.Variance, $"{i}: {distribution}");
            Assert.True(values.Min() >= 0);
        }
    }

    [Fact]
    public void Stated_moments_are_the_textbook_ones()
    {
        Assert.Equal((3.0, 9.0), Moments(new ExponentialDistribution(3)));
        Assert.Equal((6.0, 12.0), Moments(new GammaDistribution(3, 2)));
        Assert.Equal((3.5, 0.75), Moments(new UniformDistribution(2, 5)));
        Assert.Equal((3.0, 1.5), Moments(new TriangularDistribution(0, 3, 6)));
        Assert.Equal((4.0, 6.0), Moments(new EmpiricalDistribution([1, 4, 7])));
        Assert.Equal((4.5, 2.25), Moments(new ScaledDistribution(1.5, new GammaDistribution(9, 1.0 / 3))));
        Assert.Equal(new PoissonDistribution(4).Variance, new PoissonDistribution(4).Mean);
        Assert.Equal(4 + 32, new NegativeBinomialDistribution(4, 0.5).Variance);

        // Weibull with shape 1 is exponential; with shape 2 its mean is √π/2 and its variance 1 − π/4.
        Assert.Equal(3, new WeibullDistribution(1, 3).Mean, 1e-13);
        Assert.Equal(9, new WeibullDistribution(1, 3).Variance, 1e-12);
        Assert.Equal(Math.Sqrt(Math.PI) / 2, new WeibullDistribution(2, 1).Mean, 1e-14);
        Assert.Equal(1 - (Math.PI / 4), new WeibullDistribution(2, 1).Variance, 1e-14);

        Assert.Equal(Math.Exp(0.5), new LognormalDistribution(0, 1).Mean, 1e-15);
        Assert.Equal(Math.E * (Math.E - 1), new LognormalDistribution(0, 1).Variance, 1e-14);
        LognormalDistribution lognormal = LognormalDistribution.FromMeanAndSd(100, 50);
        Assert.Equal(100, lognormal.Mean, 1e-12);
        Assert.Equal(2500, lognormal.Variance, 1e-10);
        GammaDistribution gamma = GammaDistribution.FromMeanAndSd(10, 4);
        Assert.Equal(10, gamma.Mean, 1e-14);
        Assert.Equal(16, gamma.Variance, 1e-13);

        // ½ Exp(1) + ½ at 3: mean 2, variance ½(1 + 1) + ½(0 + 1).
        Assert.Equal((2.0, 1.5), Moments(new MixtureDistribution((1, new ExponentialDistribution(1)), (1, new DeterministicDistribution(3)))));
        Assert.Equal(7, new CategoricalDistribution(1, 3).MeanOf([1, 9]));
        Assert.Equal(0.75, new CategoricalDistribution(1, 3).Probability(1));
    }

    private static (double Mean, double Variance) Moments(Distribution distribution) => (distribution.Mean, distribution.Variance);

    private static double[] Sample(Goodness.Draw draw, int entity)
    {
        RandomStream random = Streams.Any((uint)entity);
        double[] values = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            values[i] = draw(ref random);
        }

        return values;
    }

    /// <summary>Five standard errors, those taken from the sample.</summary>
    private static void AssertMoments(double[] values, double mean, double? variance, string what)
    {
        double sampleMean = values.Average();
        double m2 = values.Average(x => (x - sampleMean) * (x - sampleMean));
        double m4 = values.Average(x => (x - sampleMean) * (x - sampleMean) * (x - sampleMean) * (x - sampleMean));
        double meanBound = (5 * Math.Sqrt(m2 / values.Length)) + (1e-9 * mean);
        Assert.True(
            Math.Abs(sampleMean - mean) <= meanBound,
            FormattableString.Invariant($"{what}: mean {sampleMean}, expected {mean} ± {meanBound}"));
        double varianceBound = (5 * Math.Sqrt(Math.Max(0, m4 - (m2 * m2)) / values.Length)) + (1e-9 * m2);
        Assert.True(
            variance is null || Math.Abs(m2 - variance.Value) <= varianceBound,
            FormattableString.Invariant($"{what}: variance {m2}, expected {variance} ± {varianceBound}"));
    }
}
