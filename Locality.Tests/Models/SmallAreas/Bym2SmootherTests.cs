using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Estimates that learn from neighbours agree with published ones, with exact integrals and with their limits.</summary>
public sealed class Bym2SmootherTests
{
    private static readonly Purpose Draws = new(2, "draws of a test");

    [Fact]
    public void Lip_cancer_in_Scotland_is_estimated_as_by_Stan_and_INLA()
    {
        // Simpson, "Stan and INLA for BYM2", 2017, a case study of Stan: mean, sd and quantiles of Stan and of INLA, to two decimals. Its priors: σ half normal
        // of scale 5, φ beta(½, ½), coefficients normal of scale 5, here flat, which at errors of 0.13 is the same to a thousandth. What is allowed is the
        // distance between the two, and of rounding, and of an approximation simpler than either.
        Bym2Fit fit = Bym2Smoother.Smooth(
            AreaDataSets.LipCancer(),
            AreaDataSets.LipGraph(),
            spread => 1 - (2 * TailProbability.Normal(spread / 5)),
            _ => share => 2 / Math.PI * Math.Asin(Math.Sqrt(share)),
            0.95,
            TestContext.Current.CancellationToken);
        (CoefficientEstimate intercept, CoefficientEstimate outdoor) = (fit.Coefficients[0], fit.Coefficients[1]);
        Assert.Equal(-0.22, intercept.Estimate, 0.015);
        Assert.Equal(0.13, intercept.StandardError, 0.01);
        Assert.Equal(0.37, outdoor.Estimate, 0.015);
        Assert.Equal(0.13, outdoor.StandardError, 0.01);
        double precision = fit.Nodes.Sum(node => node.Weight * -2 * Math.Log(node.Spread));
        Assert.Equal(1.35, precision, 0.05);
        Assert.Equal(0.335, Math.Sqrt(fit.Nodes.Sum(node => node.Weight * Math.Pow((-2 * Math.Log(node.Spread)) - precision, 2))), 0.03);

        // The medians of logit φ are 2.64 and 2.44: shares of 0.933 and 0.920.
        double below = fit.Nodes.Where(node => node.Share < 0.926).Sum(node => node.Weight);
        Assert.InRange(below, 0.4, 0.6);

        // The mean count of the fifth district: 13.80 and 14.01, sd 3.05 and 3.09, from 8.60 and 8.72 to 20.49 and 20.80.
        AreaEstimate fifth = fit.Estimates[4];
        Assert.InRange(4.3 * fifth.Rate.Mean, 13.6, 14.2);
        Assert.InRange(4.3 * fifth.StandardDeviation, 2.95, 3.2);
        Assert.InRange(4.3 * fifth.Rate.Lower, 8.3, 9.0);
        Assert.InRange(4.3 * fifth.Rate.Upper, 20.2, 21.1);
    }

    [Fact]
    public void Without_a_pattern_Laplaces_method_is_near_the_exact_integral()
    {
        // Four areas, φ = 0, σ = 0.6: given the intercept the areas are independent, and the integrals are sums over fine grids.
        double[] counts = [0, 3, 7, 2];
        double[] exposures = [1.5, 2, 2.5, 1];
        CountData data = new AreaCounts(AreaDataSets.Names(4), counts, exposures).Data;
        double[][] unit = [.. Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 4).Select(j => i == j ? 1.0 : 0).ToArray())];
        Bym2Mode mode = Bym2Mode.Find(data, Bym2Priors.Mixed(unit, 0.6, 0), [0], new double[4]);
        Bym2Node node = Bym2Node.At(data, unit, 0.6, 0, 1, mode);
        double whole = 0;
        double mean = 0;
        double[] first = new double[4];
        double[] second = new double[4];
        for (double beta = -5; beta <= 5; beta += 0.02)
        {
            double product = 1;
            double[] inner = new double[4];
            double[] square = new double[4];
            for (int area = 0; area < 4; area++)
            {
                double sum = 0;
                for (double effect = -4; effect <= 4; effect += 0.05)
                {
                    double weight = 0.05 * Math.Exp(-0.5 * effect * effect / 0.36) / (0.6 * Math.Sqrt(2 * Math.PI))
                        * Math.Exp(CountProbability.LogPoisson(counts[area], exposures[area] * Math.Exp(beta + effect)));
                    sum += weight;
                    inner[area] += weight * (beta + effect);
                    square[area] += weight * (beta + effect) * (beta + effect);
                }

                product *= sum;
                (inner[area], square[area]) = (inner[area] / sum, square[area] / sum);
            }

            whole += 0.02 * product;
            mean += 0.02 * product * beta;
            for (int area = 0; area < 4; area++)
            {
                first[area] += 0.02 * product * inner[area];
                second[area] += 0.02 * product * square[area];
            }
        }

        Assert.Equal(Math.Log(whole), mode.LogLikelihood, 0.03);
        Assert.Equal(mean / whole, node.Coefficients[0], 0.02);
        for (int area = 0; area < 4; area++)
        {
            double exact = first[area] / whole;
            Assert.Equal(exact, node.Means[area], 0.02);
            Assert.Equal(Math.Sqrt((second[area] / whole) - (exact * exact)), node.Deviations[area], 0.02);
        }
    }

    [Fact]
    public void The_mode_solves_its_equations()
    {
        CountData data = AreaDataSets.LipCancer().Data;
        double[][] covariance = Bym2Priors.Mixed(ScaledIcar.Of(AreaDataSets.LipGraph()).Covariance, 0.5, 0.8);
        Bym2Mode mode = Bym2Mode.Find(data, covariance, [0, 0], new double[56]);
        for (int area = 0; area < 56; area++)
        {
            double mean = Math.Exp(mode.Predictors[area] + data.Offsets[area]);
            Assert.Equal(data.Counts[area] - mean, mode.Pulls[area], 1e-8);
        }

        // The coefficients' score: Σ x (y − μ) = 0.
        Assert.All(data.Design, column => Assert.Equal(0, column.Zip(mode.Pulls, (x, pull) => x * pull).Sum(), 1e-8));
    }

    [Fact]
    public void Where_nothing_follows_the_graph_the_graph_does_not_matter()
    {
        AreaCounts counts = AreaDataSets.LipCancer(hasColumn: false);
        Bym2Fit[] fits = [.. new[] { AreaDataSets.LipGraph(), AreaDataSets.Lattice(7, 8) }.Select(graph => Bym2Smoother.Smooth(
            counts, graph, new Bym2Priors().SpreadAtMost, _ => share => share > 1e-4 ? 1 : 0, 0.9, TestContext.Current.CancellationToken))];
        foreach ((AreaEstimate one, AreaEstimate other) in fits[0].Estimates.Zip(fits[1].Estimates))
        {
            Assert.Equal(1, one.Rate.Mean / other.Rate.Mean, 0.01);
            Assert.Equal(1, one.StandardDeviation / other.StandardDeviation, 0.01);
        }

        // One count each: the rate is the lower, the more was expected (3.4 and 7.0), whatever the neighbours have.
        Assert.True(fits[0].Estimates[50].Rate.Mean > fits[0].Estimates[53].Rate.Mean);
    }

    [Fact]
    public void Islands_and_several_parts_are_estimated_together()
    {
        NeighbourGraph graph = new(
            AreaDataSets.Names(9),
            [("a1", "a2"), ("a2", "a3"), ("a3", "a4"), ("a4", "a1"), ("a6", "a7"), ("a7", "a8")]);
        AreaCounts counts = new(AreaDataSets.Names(9), [40, 44, 38, 41, 9, 12, 10, 0, 0], [.. Enumerable.Repeat(10.0, 8), 0.001]);
        Bym2Fit fit = Bym2Smoother.Smooth(counts, graph, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(fit.Estimates, estimate =>
        {
            Assert.InRange(estimate.Rate.Mean, estimate.Rate.Lower, estimate.Rate.Upper);
            Assert.True(estimate.Rate.Lower > 0 && double.IsFinite(estimate.Rate.Upper));
        });

        // An island without exposure knows the least; a count of none beside neighbours with some is drawn up.
        Assert.True(fit.Estimates[8].Rate.Upper / fit.Estimates[8].Rate.Lower > 3 * fit.Estimates[0].Rate.Upper / fit.Estimates[0].Rate.Lower);
        Assert.True(fit.Estimates[7].Rate.Mean > 0);
        Assert.InRange(fit.Share.Mean, 0, 1);
    }

    [Fact]
    public void Exposures_in_thousands_give_rates_of_thousandths()
    {
        NeighbourGraph graph = AreaDataSets.Lattice(4, 4);
        AreaCounts one = AreaDataSets.Generate(graph, 0.5, 0.5, [.. Enumerable.Range(1, 16).Select(area => (double)area)], 1, 0).Counts;
        AreaCounts other = new(one.Areas, one.Data.Counts, [.. one.Exposures.Select(exposure => 1000 * exposure)]);
        Bym2Fit first = Bym2Smoother.Smooth(one, graph, cancellationToken: TestContext.Current.CancellationToken);
        Bym2Fit second = Bym2Smoother.Smooth(other, graph, cancellationToken: TestContext.Current.CancellationToken);
        foreach ((AreaEstimate a, AreaEstimate b) in first.Estimates.Zip(second.Estimates))
        {
            Assert.Equal(1, a.Rate.Mean / b.Rate.Mean / 1000, 1e-7);
            Assert.Equal(1, a.Rate.Upper / b.Rate.Upper / 1000, 1e-7);
        }

        Assert.Equal(first.Share.Mean, second.Share.Mean, 1e-7);
    }

    [Fact]
    public void Draws_have_the_posteriors_moments_and_are_found_by_their_number()
    {
        Bym2Fit fit = Bym2Smoother.Smooth(AreaDataSets.LipCancer(), AreaDataSets.LipGraph(), cancellationToken: TestContext.Current.CancellationToken);
        RandomStreams streams = new(11, 0);
        IReadOnlyList<IReadOnlyList<double>> draws = fit.Draw(streams, Draws, 4000);
        Assert.Equal(draws.Take(7), fit.Draw(streams, Draws, 7));
        for (int area = 0; area < 56; area++)
        {
            Interval interval = Confidence.Mean([.. draws.Select(draw => draw[area])], 0.9999);
            Assert.True(interval.Contains(fit.Estimates[area].Rate.Mean), $"{area}: {interval} {fit.Estimates[area].Rate.Mean}");
            Assert.True(interval.HalfWidth < 0.1 * fit.Estimates[area].Rate.Mean);
            double under = draws.Count(draw => draw[area] < fit.Estimates[area].Rate.Lower) / 4000.0;
            Assert.InRange(under, 0.025 - 0.0125, 0.025 + 0.0125); // five standard errors
        }

        // Neighbours' rates go together: the first district's and the fifth's.
        Assert.True(Correlation(draws, 0, 4) > 0.1);
    }

    [Fact]
    public void What_cannot_be_estimated_is_refused_with_what_is_wrong()
    {
        AreaCounts counts = AreaDataSets.LipCancer();
        Assert.Contains("no pair", Refused(() => Bym2Smoother.Smooth(counts, new NeighbourGraph(counts.Areas, []))), StringComparison.Ordinal);
        Assert.Contains("(a56)", Refused(() => Bym2Smoother.Smooth(counts, AreaDataSets.Lattice(5, 11))), StringComparison.Ordinal);
        Assert.Contains("zeros alone", Refused(() => Bym2Smoother.Smooth(new AreaCounts(["a1", "a2"], [0, 0], [1, 1]), AreaDataSets.Lattice(1, 2))), StringComparison.Ordinal);
        Assert.Contains("area 'a2', counts: found 1.5", Refused(() => new AreaCounts(["a1", "a2"], [1, 1.5], [1, 1])), StringComparison.Ordinal);
        Assert.Contains("area 'a1', exposures: found 0", Refused(() => new AreaCounts(["a1", "a2"], [1, 1], [0, 1])), StringComparison.Ordinal);
        Assert.Contains("area 'a2', x: found NaN", Refused(() => new AreaCounts(["a1", "a2"], [1, 1], [1, 1], ["x"], [[1], [double.NaN]])), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bym2Priors { ShareBelow = 1 });
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => Bym2Smoother.Smooth(counts, AreaDataSets.LipGraph(), cancellationToken: stopped.Token));
    }

    [Fact]
    public void The_priors_say_what_they_are_set_to()
    {
        Bym2Priors priors = new() { SpreadBound = 0.7, SpreadTail = 0.05, ShareBound = 0.4, ShareBelow = 0.3 };
        Assert.Equal(0.95, priors.SpreadAtMost(0.7), 1e-14);
        Func<double, double> share = priors.ShareAtMost(ScaledIcar.Of(AreaDataSets.LipGraph()));
        Assert.Equal(0.3, share(0.4), 1e-12);

        // The distance for a pair: C has eigenvalues 2 and 0, so that d² = −ln((1 + φ)(1 − φ)).
        Assert.Equal(Math.Sqrt(-Math.Log(0.75)), Bym2Priors.Distance(ScaledIcar.Of(AreaDataSets.Lattice(1, 2)), 0.5), 1e-12);
    }

    private static double Correlation(IReadOnlyList<IReadOnlyList<double>> draws, int one, int other)
    {
        double a = draws.Average(draw => Math.Log(draw[one]));
        double b = draws.Average(draw => Math.Log(draw[other]));
        return draws.Sum(draw => (Math.Log(draw[one]) - a) * (Math.Log(draw[other]) - b))
            / Math.Sqrt(draws.Sum(draw => Math.Pow(Math.Log(draw[one]) - a, 2)) * draws.Sum(draw => Math.Pow(Math.Log(draw[other]) - b, 2)));
    }

    private static string Refused(Func<object> action) => Assert.Throws<ArgumentException>(action).Message;
}
