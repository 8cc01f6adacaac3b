using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class DistributionArgumentTests
{
    private static readonly double[] s_notPositive = [0, -0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly double[] s_notZeroOrMore = [-0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Fact]
    public void Parameters_that_are_not_positive_are_refused()
    {
        foreach (double bad in s_notPositive)
        {
            Refused(() => new ExponentialDistribution(bad), "mean");
            Refused(() => new GammaDistribution(bad, 1), "shape");
            Refused(() => new GammaDistribution(1, bad), "scale");
            Refused(() => new WeibullDistribution(bad, 1), "shape");
            Refused(() => new WeibullDistribution(1, bad), "scale");
            Refused(() => LognormalDistribution.FromMeanAndSd(bad, 1), "mean");
            Refused(() => GammaDistribution.FromMeanAndSd(bad, 1), "mean");
            Refused(() => GammaDistribution.FromMeanAndSd(1, bad), "standardDeviation");
            Refused(() => new ScaledDistribution(bad, new ExponentialDistribution(1)), "factor");
            Refused(() => new NegativeBinomialDistribution(1, bad), "size");
        }
    }

    [Fact]
    public void Parameters_that_are_negative_or_not_finite_are_refused()
    {
        foreach (double bad in s_notZeroOrMore)
        {
            Refused(() => new DeterministicDistribution(bad), "value");
            Refused(() => new LognormalDistribution(0, bad), "sigma");
            Refused(() => LognormalDistribution.FromMeanAndSd(1, bad), "standardDeviation");
            Refused(() => new UniformDistribution(bad, 1), "minimum");
            Refused(() => new TriangularDistribution(bad, 1, 2), "minimum");
            Refused(() => new PoissonDistribution(bad), "mean");
            Refused(() => new NegativeBinomialDistribution(bad, 1), "mean");
            Refused(() => new CategoricalDistribution(1, bad), "weights[1]");
            Refused(() => new EmpiricalDistribution([1, bad]), "values[1]");
            Refused(() => new EmpiricalDistribution([1, 2], [1, bad]), "weights[1]");
            Refused(() => new MixtureDistribution((bad, new ExponentialDistribution(1))), "weights[0]");
        }

        Refused(() => new LognormalDistribution(double.NaN, 1), "mu");
    }

    [Fact]
    public void A_message_gives_name_found_and_expected()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new GammaDistribution(-1.5, 1));
        Assert.StartsWith("shape: found -1.5; expected a finite number above zero.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => new UniformDistribution(2.5, 2));
        Assert.StartsWith("maximum: found 2; expected a finite number, 2.5 or more.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonDistribution(2e9));
        Assert.StartsWith("mean: found 2000000000; expected a number from 0 to 1000000000.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_in_the_wrong_order_are_refused()
    {
        Refused(() => new UniformDistribution(2, 1), "maximum");
        Refused(() => new TriangularDistribution(2, 1, 3), "mode");
        Refused(() => new TriangularDistribution(1, 3, 2), "maximum");
    }

    [Fact]
    public void Moments_that_no_double_can_hold_are_refused()
    {
        Says(() => new LognormalDistribution(0, 100), "The mean of a lognormal distribution is too large for a double; use a smaller mu or sigma.");
        Says(() => new WeibullDistribution(0.001, 1), "The mean of a Weibull distribution is too large");
        Says(() => new UniformDistribution(0, 1e200), "The second moment of a uniform distribution is too large");
        Says(() => new NegativeBinomialDistribution(1e6, 0.001), "allows draws of about 5.03E+10; expected at most 1E+09");
    }

    [Fact]
    public void Weights_that_choose_nothing_are_refused()
    {
        Says(() => new CategoricalDistribution(0, 0), "sum of weights: found 0; expected a finite number above zero.");
        Says(() => new CategoricalDistribution(), "sum of weights: found 0");
        ArgumentException error = Assert.Throws<ArgumentException>(() => new EmpiricalDistribution([1, 2], [1]));
        Assert.Contains("found 2 values and 1 weights", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new EmpiricalDistribution([]));
        Assert.Contains("found 0 values and 0 weights", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new MixtureDistribution());
        Assert.Contains("found no component; expected one or more", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new CategoricalDistribution(1, 2).MeanOf([1]));
        Assert.Contains("found 1; expected 2, one a category", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_has_no_length_biased_form()
    {
        Distribution[] zeros =
        [
            new DeterministicDistribution(0), new UniformDistribution(0, 0), new TriangularDistribution(0, 0, 0),
            new EmpiricalDistribution([0, 0]), new MixtureDistribution((1, new DeterministicDistribution(0))),
            new ScaledDistribution(2, new DeterministicDistribution(0)),
        ];
        foreach (Distribution zero in zeros)
        {
            RandomStream random = Streams.Any(600);
            Assert.Equal(0, zero.Sample(ref random));
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => zero.SampleLengthBiased(ref random));
            Assert.Equal($"{zero.GetType().Name} with mean 0 has no length-biased form; expected a mean above zero.", error.Message);
        }
    }

    private static void Refused(Func<object> make, string name) =>
        Assert.StartsWith($"{name}: found ", Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal);

    private static void Says(Func<object> make, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal);
}
