using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class FisherFTests
{
    [Theory]
    [InlineData(0.95, 1, 1, 161.4476387975881)]
    [InlineData(0.95, 2, 10, 4.102821015303)]
    [InlineData(0.95, 5, 10, 3.325834530413)]
    [InlineData(0.99, 3, 20, 4.938193382310)]
    [InlineData(0.975, 10, 120, 2.157)]
    public void Quantiles_agree_with_the_tables(double share, double degrees1, double degrees2, double expected)
    {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3, gives 161.448, 4.103, 3.326, 4.938; the last is Pearson and Hartley's 2.157.
        double quantile = FisherF.Quantile(share, degrees1, degrees2);
        Assert.Equal(expected, quantile, 5e-4);
        Assert.Equal(share, FisherF.Cdf(quantile, degrees1, degrees2), 1e-13);
    }

    [Fact]
    public void Another_library_gives_the_same_probabilities()
    {
        double[] degrees = [1, 2, 3, 7, 19, 40, 199, 1000];
        foreach (double degrees1 in degrees)
        {
            foreach (double degrees2 in degrees)
            {
                foreach (double f in (double[])[0.01, 0.3, 0.8, 1, 1.2, 2, 5, 40])
                {
                    double expected = MathNet.Numerics.Distributions.FisherSnedecor.CDF(degrees1, degrees2, f);
                    Assert.Equal(expected, FisherF.Cdf(f, degrees1, degrees2), 1e-11);
                }
            }
        }
    }

    [Fact]
    public void With_one_degree_it_is_the_square_of_student_s()
    {
        foreach (double degrees in (double[])[1, 4, 30, 500])
        {
            foreach (double t in (double[])[0.1, 1, 2.5, 8])
            {
                Assert.Equal(1 - (2 * StudentT.Cdf(-t, degrees)), FisherF.Cdf(t * t, 1, degrees), 1e-13);
            }
        }

        // And with two and two it is f/(1 + f).
        Assert.Equal(0.75, FisherF.Cdf(3, 2, 2), 1e-15);
        Assert.Equal((0.0, 0.0), (FisherF.Cdf(0, 2, 2), FisherF.Cdf(0, 7, 1)));
    }
}
