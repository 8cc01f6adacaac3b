using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class CountProbabilityTests
{
    private static readonly double[] GreatMeans = [1e2, 1e5, 1e9, 1e13, 1e17];

    [Theory]
    [InlineData(3.841458820694124, 1, 0.05)]
    [InlineData(5.991464547107979, 2, 0.05)]
    [InlineData(7.814727903251178, 3, 0.05)]
    [InlineData(18.307038053275146, 10, 0.05)]
    [InlineData(24.995790139728616, 15, 0.05)]
    public void Chi_squared_tails_are_those_of_the_tables(double x, int degrees, double tail) =>
        Assert.Equal(tail, TailProbability.ChiSquared(x, degrees), 1e-12); // the quantiles of 0.95

    [Theory]
    [InlineData(1e14, 3e14, 0.5)]
    [InlineData(1e14, 9e13, 0.2)]
    [InlineData(4e9, 1e9, 3)]
    public void The_deviance_of_great_counts_is_that_of_the_gamma_distribution(double y, double mean, double dispersion)
    {
        // Against the dispersion the chance of counting vanishes, and the deviance goes to that of a gamma distribution: ((y − μ)/μ − ln(y/μ))/α
        // (McCullagh and Nelder 1989, section 8.3.2); what is left is of the order of 1/(α²μ).
        double gamma = (((y - mean) / mean) - Math.Log(y / mean)) / dispersion;
        Assert.Equal(gamma, CountProbability.HalfDeviance(y, mean, dispersion), 1e-8);
    }

    [Fact]
    public void The_deviance_of_a_count_far_under_its_mean_keeps_its_digits()
    {
        // Deviance and log-likelihood move together: what they sum to does not depend on the mean.
        foreach (double y in (double[])[0, 1, 3467])
        {
            double[] sums = [.. GreatMeans.Select(mean => CountProbability.HalfDeviance(y, mean, 2) + CountProbability.LogNegativeBinomial(y, mean, 2))];
            Assert.All(sums, sum => Assert.Equal(sums[0], sum, 1e-10));
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.7)]
    [InlineData(30)]
    public void The_two_forms_of_the_deviance_agree(double dispersion)
    {
        foreach (double y in (double[])[1, 2, 7, 40, 1000])
        {
            double plain = (y * Math.Log(y / 9)) - ((y + (1 / dispersion)) * Math.Log((1 + (dispersion * y)) / (1 + (dispersion * 9))));
            Assert.Equal(plain, CountProbability.HalfDeviance(y, 9, dispersion), 1e-12 * Math.Max(1, y));
        }
    }

    [Theory]
    [InlineData(1_000_000, 999_999.5)]
    [InlineData(1_000_000, 998_000)]
    [InlineData(1_000_000, 996_000)]
    [InlineData(999_000, 1_000_000)]
    [InlineData(997_500, 1_000_000)]
    public void The_expansion_for_great_means_agrees_with_the_sum_of_terms(double count, double mean)
    {
        // A mean and a count next to a million on the two sides: the sum is used where one is under it.
        Assert.True(mean < 1e6 || count < 1e6);
        Assert.Equal(CountProbability.PoissonAtMost(count, mean), LargePoissonTail.AtMost(count, mean), 3e-12);
    }

    [Theory]
    [InlineData(1e9)]
    [InlineData(1e14)]
    public void A_great_mean_is_passed_by_half_the_counts_and_by_a_normal_share_at_each_side(double mean)
    {
        // P(Y ≤ μ) = ½ + (2/3)/√(2πμ) + …: Ramanujan's θ is 1/3 + 4/135μ. At one standard deviation the skewness moves Φ(1) by less than 1/√μ.
        Assert.Equal(0.5 + (2.0 / 3 / Math.Sqrt(2 * Math.PI * mean)), CountProbability.PoissonAtMost(mean, mean), 1e-10);
        Assert.Equal(0.8413447460685429, CountProbability.PoissonAtMost(mean + Math.Floor(Math.Sqrt(mean)), mean), 1 / Math.Sqrt(mean));
        Assert.Equal(0, CountProbability.PoissonAtMost(mean / 2, mean));
        Assert.Equal(1, CountProbability.PoissonAtMost(2 * mean, mean));
    }

    [Fact]
    public void A_normal_point_and_its_tail_undo_each_other()
    {
        Assert.Equal(1.959963984540054, TailProbability.NormalPoint(0.975), 1e-14);
        Assert.Equal(0.025, TailProbability.Normal(1.959963984540054), 1e-15);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(4.5)]
    [InlineData(60)]
    public void Probabilities_of_counts_sum_to_one_and_have_their_mean_and_variance(double mean)
    {
        foreach (double dispersion in (double[])[0, 1e-6, 0.2, 1.5])
        {
            double all = 0;
            double first = 0;
            double second = 0;
            for (int count = 0; count < 6000; count++)
            {
                double share = PortableMath.Exp(CountProbability.LogNegativeBinomial(count, mean, dispersion));
                all += share;
                first += share * count;
                second += share * (count - mean) * (count - mean);
                if (count % 50 == 7)
                {
                    Assert.Equal(all, CountProbability.NegativeBinomialAtMost(count, mean, dispersion), 1e-9);
                }
            }

            Assert.Equal(1, all, 1e-10);
            Assert.Equal(mean, first, 1e-8 * mean);
            double variance = mean + (dispersion * mean * mean);
            Assert.Equal(variance, second, 1e-6 * variance);
        }
    }

    [Fact]
    public void A_geometric_count_has_its_plain_probabilities()
    {
        // α = 1: P(Y = y) = μ^y/(1 + μ)^(y + 1), and P(Y ≤ y) = 1 − (μ/(1 + μ))^(y + 1).
        for (int count = 0; count < 200; count += 9)
        {
            Assert.Equal((count * Math.Log(3.0 / 4)) - Math.Log(4), CountProbability.LogNegativeBinomial(count, 3, 1), 1e-11);
            Assert.Equal(1 - Math.Pow(0.75, count + 1), CountProbability.NegativeBinomialAtMost(count, 3, 1), 1e-13);
        }
    }

    [Fact]
    public void Half_a_deviance_is_half_the_square_of_a_small_gap_over_the_mean()
    {
        Assert.Equal(0.5e-9, CountProbability.HalfDeviance(1e9 + 1, 1e9), 1e-17);
        Assert.Equal(0, CountProbability.HalfDeviance(7, 7));
        Assert.Equal(7, CountProbability.HalfDeviance(0, 7));
        Assert.Equal((8 * Math.Log(2)) - (10 * Math.Log(5.0 / 3)), CountProbability.HalfDeviance(8, 4, 0.5), 1e-12); // (1 + 8/2)/(1 + 4/2)
    }
}
