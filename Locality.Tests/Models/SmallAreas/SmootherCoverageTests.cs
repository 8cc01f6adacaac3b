using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Intervals hold the rates as often as they say, and neighbours help where neighbours are alike.</summary>
public sealed class SmootherCoverageTests
{
    [Fact]
    public void Intervals_of_90_per_cent_hold_nine_rates_in_ten() => Covers(25, 4, 0.09);

    [Fact]
    [Trait("Needs", "Hours")]
    public void Intervals_of_90_per_cent_hold_nine_rates_in_ten_to_a_hundredth() => Covers(600, 6, 0.012);

    [Fact]
    public void Gamma_intervals_of_90_per_cent_hold_nine_rates_in_ten()
    {
        List<double> shares = [];
        for (uint number = 0; number < 100; number++)
        {
            // 25 areas, rates of mean 2 and shape 3, exposures from 0.5 to 6.
            RandomStream random = new RandomStreams(77, number).Stream(new Purpose(3, "gamma rates of a test"));
            double[] exposures = [.. Enumerable.Range(0, 25).Select(area => 0.5 + (5.5 * area / 24))];
            double[] rates = new double[25];
            double[] counts = new double[25];
            for (int area = 0; area < 25; area++)
            {
                rates[area] = new GammaDistribution(3, 2.0 / 3).Sample(ref random);
                counts[area] = new PoissonDistribution(rates[area] * exposures[area]).Sample(ref random);
            }

            GammaPoissonFit fit = GammaPoissonSmoother.Smooth(new AreaCounts(AreaDataSets.Names(25), counts, exposures), 0.9);
            shares.Add(fit.Estimates.Select((estimate, area) => estimate.Rate.Contains(rates[area]) ? 1.0 : 0).Average());
        }

        Interval covered = Confidence.Mean([.. shares], 0.999);
        Assert.True(covered.Contains(0.9), covered.ToString());
        Assert.True(covered.HalfWidth < 0.03, covered.ToString());
    }

    [Fact]
    public void Where_the_field_is_smooth_neighbours_take_error_away()
    {
        NeighbourGraph graph = AreaDataSets.Lattice(6, 6);
        double[] exposures = [.. Enumerable.Repeat(5.0, 36)];
        List<double> overRaw = [];
        List<double> overGamma = [];
        for (uint number = 0; number < 20; number++)
        {
            (double[] rates, AreaCounts counts) = AreaDataSets.Generate(graph, 0.6, 0.95, exposures, 1, 5000 + number);
            Bym2Fit fit = Bym2Smoother.Smooth(counts, graph, cancellationToken: TestContext.Current.CancellationToken);
            GammaPoissonFit gamma = GammaPoissonSmoother.Smooth(counts);
            double error = Error(rates, fit.Estimates.Select(estimate => estimate.Rate.Mean));
            overRaw.Add(Error(rates, fit.Estimates.Select(estimate => estimate.Raw)) - error);
            overGamma.Add(Error(rates, gamma.Estimates.Select(estimate => estimate.Rate.Mean)) - error);
        }

        Interval raw = Confidence.Mean([.. overRaw], 0.99);
        Interval plain = Confidence.Mean([.. overGamma], 0.99);
        Assert.True(raw.Lower > 0, raw.ToString());
        Assert.True(plain.Lower > 0, plain.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"squared error saved: {raw} of raw rates, {plain} of gamma estimates");
    }

    /// <summary>
    /// σ and φ are drawn from their priors, so that the coverage over all data sets is exactly the level where the posterior is right
    /// (Talts and others, "Validating Bayesian inference algorithms with simulation-based calibration", arXiv:1804.06788, 2018).
    /// </summary>
    private static void Covers(uint sets, int side, double narrow)
    {
        NeighbourGraph graph = AreaDataSets.Lattice(side, side);
        Bym2Priors priors = new() { SpreadTail = 0.1 };
        Func<double, double> shareAtMost = priors.ShareAtMost(ScaledIcar.Of(graph));
        double[] exposures = [.. Enumerable.Range(0, side * side).Select(area => 2.0 + (area % 7 * 3))];
        List<double> shares = [];
        for (uint number = 0; number < sets; number++)
        {
            RandomStream random = new RandomStreams(3, number).Stream(new Purpose(4, "σ and φ of a test"));
            double spread = Inverse(priors.SpreadAtMost, random.NextOpenUniform(), 20);
            double share = Inverse(shareAtMost, random.NextOpenUniform(), 0.999999);
            (double[] rates, AreaCounts counts) = AreaDataSets.Generate(graph, spread, share, exposures, 1.5, number);
            Bym2Fit fit = Bym2Smoother.Smooth(counts, graph, priors, 0.9, TestContext.Current.CancellationToken);
            shares.Add(fit.Estimates.Select((estimate, area) => estimate.Rate.Contains(rates[area]) ? 1.0 : 0).Average());
        }

        Interval covered = Confidence.Mean([.. shares], 0.999);
        Assert.True(covered.Contains(0.9), covered.ToString());
        Assert.True(covered.HalfWidth < narrow, covered.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"covered: {covered}");
    }

    private static double Inverse(Func<double, double> atMost, double share, double high)
    {
        double low = 0;
        for (int step = 0; step < 50; step++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = atMost(middle) < share ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Error(double[] rates, IEnumerable<double> estimates) => rates.Zip(estimates, (rate, estimate) => (rate - estimate) * (rate - estimate)).Average();
}
