using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Empirical Bayes estimates solve Clayton and Kaldor's equations and go to the right limits.</summary>
public sealed class GammaPoissonSmootherTests
{
    [Fact]
    public void Lip_cancer_in_Scotland_solves_Clayton_and_Kaldors_equations()
    {
        // Biometrics 43(3), 1987, section 3.1: with shape ν and rate α, θ = (y + ν)/(E + α); the likelihood is greatest where
        // Σ θ/n = ν/α (equation 5) and Σ {Σ_{j<y} 1/(ν + j) − ln(1 + E/α)} = 0 (the derivative in ν, given 5).
        GammaPoissonFit fit = GammaPoissonSmoother.Smooth(AreaDataSets.LipCancer(hasColumn: false));
        CountData data = AreaDataSets.LipCancer(hasColumn: false).Data;
        double shape = fit.Shape!.Value;
        double rate = shape / fit.Expected[0];
        Assert.Equal(fit.Expected[0], fit.Estimates.Average(estimate => estimate.Rate.Mean), 1e-9);
        double score = 0;
        for (int area = 0; area < 56; area++)
        {
            double expected = Math.Exp(data.Offsets[area]);
            score += Enumerable.Range(0, (int)data.Counts[area]).Sum(j => 1 / (shape + j)) - Math.Log(1 + (expected / rate));
            Assert.Equal((data.Counts[area] + shape) / (expected + rate), fit.Estimates[area].Rate.Mean, 1e-12);
        }

        Assert.Equal(0, score, 1e-7);
        Assert.All(fit.Estimates, estimate => Assert.True(estimate.Rate.Contains(estimate.Rate.Mean), estimate.ToString()));
        TestContext.Current.TestOutputHelper?.WriteLine($"shape {shape}, mean {fit.Expected[0]}, first {fit.Estimates[0]}, last {fit.Estimates[55]}");
    }

    [Fact]
    public void Bounds_are_wider_than_those_with_mean_and_shape_taken_as_known()
    {
        GammaPoissonFit fit = GammaPoissonSmoother.Smooth(AreaDataSets.LipCancer());
        double dispersion = fit.Regression.Dispersion!.Value;
        double known = 0;
        double found = 0;
        for (int area = 0; area < 56; area++)
        {
            double shape = (1 / dispersion) + AreaDataSets.LipCancer().Data.Counts[area];
            known += 1 / Math.Sqrt(shape);
            found += fit.Estimates[area].StandardDeviation / fit.Estimates[area].Rate.Mean;
        }

        Assert.InRange(found / known, 1.0, 1.3);
    }

    [Fact]
    public void Counts_that_spread_no_more_than_chance_are_all_drawn_to_the_mean()
    {
        AreaCounts counts = new(AreaDataSets.Names(6), [10, 11, 9, 10, 10, 10], [1, 1, 1, 1, 1, 1]);
        GammaPoissonFit fit = GammaPoissonSmoother.Smooth(counts);
        Assert.Null(fit.Shape);
        Assert.All(fit.Credibilities, weight => Assert.Equal(0, weight));
        Assert.All(fit.Estimates, estimate =>
        {
            Assert.Equal(10, estimate.Rate.Mean, 1e-9);
            Assert.True(estimate.Rate.Lower < 10 && estimate.Rate.Upper > 10);

            // Wider than a mean of 60 counts alone would have, for areas may differ all the same; narrower than ten counts' own.
            Assert.InRange(estimate.Rate.Upper - estimate.Rate.Lower, 2 * 1.96 * Math.Sqrt(10.0 / 6), 2 * 1.96 * Math.Sqrt(10));
        });
    }

    [Fact]
    public void Large_exposures_leave_an_area_its_own_rate_and_small_ones_the_mean()
    {
        AreaCounts counts = new([.. AreaDataSets.Names(8), "large", "small"], [2, 9, 4, 12, 3, 7, 15, 5, 900_000, 0], [5, 5, 5, 5, 5, 5, 5, 5, 1e6, 1e-6]);
        GammaPoissonFit fit = GammaPoissonSmoother.Smooth(counts);
        Assert.Equal(0.9, fit.Estimates[8].Rate.Mean, 1e-5);
        Assert.Equal(fit.Expected[9], fit.Estimates[9].Rate.Mean, 1e-5);
        Assert.True(fit.Credibilities[8] > 0.9999 && fit.Credibilities[9] < 1e-4);

        // Between the raw rate and the mean.
        Assert.All(fit.Estimates, estimate =>
        {
            double mean = fit.Expected[0];
            Assert.InRange(estimate.Rate.Mean, Math.Min(estimate.Raw, mean) - 1e-12, Math.Max(estimate.Raw, mean) + 1e-12);
        });
    }

    [Fact]
    public void A_column_says_what_an_area_is_drawn_to()
    {
        GammaPoissonFit fit = GammaPoissonSmoother.Smooth(AreaDataSets.LipCancer());
        Assert.Equal(fit.Regression.Means[3] / 2.5, fit.Expected[3], 1e-12);
        Assert.True(fit.Expected[3] > fit.Expected[55]);
        Assert.True(fit.Shape > GammaPoissonSmoother.Smooth(AreaDataSets.LipCancer(hasColumn: false)).Shape);
    }

    [Fact]
    public void The_probability_of_a_rate_is_that_of_its_bounds()
    {
        GammaPoissonFit fit = GammaPoissonSmoother.Smooth(AreaDataSets.LipCancer(), 0.8);
        Assert.Equal(0.1, fit.AtMost("a7", fit.Estimates[6].Rate.Lower), 1e-8);
        Assert.Equal(0.9, fit.AtMost("a7", fit.Estimates[6].Rate.Upper), 1e-8);
        Assert.Equal(0, fit.AtMost("a7", 0));
        Assert.Contains("found 'x'", Assert.Throws<ArgumentException>(() => fit.AtMost("x", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_areas_and_counts_of_none_are_refused()
    {
        Assert.Contains("found 3; expected 4 or more", Refused(() => GammaPoissonSmoother.Smooth(new AreaCounts(AreaDataSets.Names(3), [1, 2, 3], [1, 1, 1]))), StringComparison.Ordinal);
        Assert.Contains("zeros alone", Refused(() => GammaPoissonSmoother.Smooth(new AreaCounts(AreaDataSets.Names(4), [0, 0, 0, 0], [1, 1, 1, 1]))), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaPoissonSmoother.Smooth(AreaDataSets.LipCancer(), 1));
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
