using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>An elasticity is found from units' counts with an error that holds.</summary>
public sealed class ElasticityRegressionTests
{
    [Fact]
    public void A_power_law_without_chance_is_found()
    {
        // Counts 40 × index² exactly, for exposures alike.
        Elasticity found = ElasticityRegression.Estimate([.. new[] { 1.0, 2, 3, 4, 5 }.Select(index => new ElasticityObservation($"u{index}", 40 * index * index, 1, index))]);
        Assert.Equal(2, found.Value, 1e-9);
        Assert.Equal(0, found.StandardError!.Value, 1e-6);
        Assert.Equal(4, found.DegreesOfFreedom);
    }

    [Fact]
    public void Levels_of_periods_are_taken_out()
    {
        // The index doubles from period to period, and so do all counts, whatever the index: within a period the power is ½.
        List<ElasticityObservation> rows = [];
        foreach ((string period, double level) in new[] { ("2021", 1.0), ("2022", 8) })
        {
            rows.AddRange(new[] { 1.0, 4, 9, 16 }.Select((index, unit) => new ElasticityObservation($"u{unit}", 100 * level * Math.Sqrt(index), 1, index, period)));
        }

        Assert.Equal(0.5, ElasticityRegression.Estimate(rows).Value, 1e-9);
        ClusterRobustFit fit = ElasticityRegression.Fit(rows);
        Assert.Equal(Math.Log(8), fit.Coefficient("period 2022").Estimate, 1e-9);
        Assert.Equal(4, fit.Clusters);
    }

    [Fact]
    [Trait("Needs", "Hours")]
    public void Intervals_of_95_per_cent_hold_where_units_differ_for_good()
    {
        // Rows taken as independent have too small an error.
        int robust = 0;
        int plain = 0;
        const int Sets = 600;
        for (uint number = 0; number < Sets; number++)
        {
            List<ElasticityObservation> rows = Lasting(number);
            ClusterRobustFit fit = ElasticityRegression.Fit(rows);
            robust += fit.Interval(ElasticityRegression.Column).Contains(0.9) ? 1 : 0;
            plain += fit.Fit.Coefficient(ElasticityRegression.Column).Interval().Contains(0.9) ? 1 : 0;
        }

        // 0.95 within three standard errors of 600 sets.
        Assert.InRange(robust / (double)Sets, 0.923, 0.977);
        Assert.True(plain < 0.8 * Sets, plain.ToString(System.Globalization.CultureInfo.InvariantCulture));
        TestContext.Current.TestOutputHelper?.WriteLine($"covered: {robust} robust, {plain} plain of {Sets}");
    }

    [Fact]
    public void Units_that_differ_for_good_widen_the_error()
    {
        // With four years that say nearly the same the error is that of 60 rows and not of 240: nearly twice as large.
        double[] ratios = [.. Enumerable.Range(0, 12).Select(number =>
        {
            ClusterRobustFit fit = ElasticityRegression.Fit(Lasting((uint)number));
            return fit.Coefficient(ElasticityRegression.Column).StandardError / fit.Fit.Coefficient(ElasticityRegression.Column).StandardError;
        })];
        Assert.InRange(ratios.Average(), 1.6, 2.2);
    }

    [Fact]
    public void Observations_that_are_none_are_refused_by_unit_and_period()
    {
        Assert.Contains("unit 'u', period '2022', index: found 0", Refused(new ElasticityObservation("u", 1, 1, 0, "2022")), StringComparison.Ordinal);
        Assert.Contains("unit 'u', count: found -1", Refused(new ElasticityObservation("u", -1, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("unit 'u', exposure: found NaN", Refused(new ElasticityObservation("u", 1, double.NaN, 1)), StringComparison.Ordinal);
        Assert.Contains("unit ' '", Refused(new ElasticityObservation(" ", 1, 1, 1)), StringComparison.Ordinal);
    }

    // 60 units in 4 years; what a unit has of its own, of sd 0.4, stays with it. γ is 0.9.
    private static List<ElasticityObservation> Lasting(uint number)
    {
        RandomStream random = new RandomStreams(13, number).Stream(new Purpose(7, "units of a test"));
        List<ElasticityObservation> rows = [];
        for (int unit = 0; unit < 60; unit++)
        {
            double index = 10 + (20 * random.NextUniform());
            double own = 0.4 * random.NextNormal();
            for (int year = 0; year < 4; year++)
            {
                double mean = 200 * Math.Exp((0.9 * Math.Log(index / 20)) + own);
                rows.Add(new ElasticityObservation($"u{unit}", new PoissonDistribution(mean).Sample(ref random), 1, index));
            }
        }

        return rows;
    }

    private static string Refused(ElasticityObservation one) => Assert.Throws<ArgumentException>(() => ElasticityRegression.Fit([one])).Message;
}
