using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>How good forecast chances are: by hand, by published values, and by drawing outcomes at the very chances.</summary>
public sealed class EventForecastTests
{
    private static readonly Purpose Draws = new(2, "draws of a test");

    [Fact]
    public void The_area_and_its_interval_are_those_worked_out_by_hand()
    {
        // Pairs ordered rightly: 3 + 2½ of 6. The places have variances 1/72 and 1/48, so that the area's is 1/144 + 1/144.
        EventForecasts forecasts = new([0.9, 0.6, 0.6, 0.3, 0.1], [true, true, false, false, false]);
        Interval area = RocArea.Of(forecasts);
        Assert.Equal(11.0 / 12, area.Mean, 1e-12);
        double half = 1.959963984540054 * Math.Sqrt(1.0 / 72) * 144 / 11;
        Assert.Equal(1 / (1 + Math.Exp(half - Math.Log(11))), area.Lower, 1e-9);
        Assert.Equal(1 / (1 + Math.Exp(-half - Math.Log(11))), area.Upper, 1e-9);
    }

    [Fact]
    public void Where_all_pairs_are_in_order_the_bound_is_that_of_as_many_pairs_as_are_apart()
    {
        EventForecasts right = new([0.9, 0.8, 0.7, 0.3, 0.2, 0.1, 0.05], [true, true, true, false, false, false, false]);
        Interval alone = ExactBinomial.Share(3, 3);
        Assert.Equal(new Interval(1, alone.Lower, 1), RocArea.Of(right), Within(1e-12));
        EventForecasts wrong = new([.. right.Chances.Select(chance => 1 - chance)], right.Outcomes);
        Assert.Equal(new Interval(0, 0, 1 - alone.Lower), RocArea.Of(wrong), Within(1e-12));
        Assert.Equal(new Interval(0.5, 0.5, 0.5), RocArea.Of(right.AtChance(0.4)), Within(1e-12));
    }

    [Fact]
    public void Cases_that_are_there_twice_narrow_no_interval_where_both_are_of_one_unit()
    {
        EventForecasts once = Drawn(3, 80);
        int[] rows = [.. Enumerable.Range(0, 160).Select(row => row / 2)];
        EventForecasts twice = new([.. rows.Select(row => once.Chances[row])], [.. rows.Select(row => once.Outcomes[row])], rows);
        Assert.Equal(RocArea.Of(once), RocArea.Of(twice), Within(1e-12));
        Assert.Equal(LogLoss.Of(once), LogLoss.Of(twice), Within(1e-12));
        Assert.Equal(BrierScore.Of(once).Score, BrierScore.Of(twice).Score, Within(1e-12));
        Assert.Equal(Confidence.Mean([1, 2, 4, 9]), ClusteredMean.Of([1, 2, 4, 9], [5, 6, 7, 8]), Within(1e-12));
    }

    [Fact]
    public void The_areas_interval_holds_the_true_area_as_often_as_it_says()
    {
        // Normal scores one standard deviation apart have an area of Φ(1/√2). Source: Green and Swets, Signal Detection Theory and Psychophysics, 1966.
        double truth = 1 - TailProbability.Normal(1 / Math.Sqrt(2));
        const int Sets = 400;
        int held = 0;
        for (int set = 0; set < Sets; set++)
        {
            RandomStream random = new RandomStreams((ulong)set, 1).Stream(Draws);
            bool[] outcomes = [.. Enumerable.Range(0, 120).Select(row => row < 40)];
            List<double> chances = [];
            foreach (bool outcome in outcomes)
            {
                chances.Add(1 / (1 + Math.Exp(-random.NextNormal() - (outcome ? 1 : 0))));
            }

            held += RocArea.Of(new EventForecasts(chances, outcomes)).Contains(truth) ? 1 : 0;
        }

        Assert.True(ExactBinomial.PValue(held, Sets, 0.95) > 0.001, $"{held} of {Sets}");
    }

    [Fact]
    public void Differences_of_shares_are_those_that_Newcombe_published()
    {
        // Newcombe, Statistics in Medicine 17(8), 1998, table II, method 10.
        CheckDifference(56, 70, 48, 80, 0.0524, 0.3339);
        CheckDifference(9, 10, 3, 10, 0.1705, 0.8090);
        CheckDifference(6, 7, 2, 7, 0.0582, 0.8062);
        CheckDifference(5, 56, 0, 29, -0.0381, 0.1926);
        CheckDifference(0, 10, 0, 20, -0.1611, 0.2775);
        CheckDifference(0, 10, 0, 10, -0.2775, 0.2775);
        CheckDifference(10, 10, 0, 20, 0.6791, 1.0000);
        CheckDifference(10, 10, 0, 10, 0.6075, 1.0000);
    }

    [Fact]
    public void The_parts_of_the_Brier_score_add_up_and_are_those_worked_out_by_hand()
    {
        // Two bins of two: chances 0.1 and 0.3 with none, 0.6 and 0.8 with one event.
        EventForecasts forecasts = new([0.1, 0.3, 0.6, 0.8], [false, false, false, true]);
        BrierScore score = BrierScore.Of(forecasts, bins: 2);
        Assert.Equal((0.01 + 0.09 + 0.36 + 0.04) / 4, score.Score.Mean, 1e-12);
        Assert.Equal(((2 * 0.04) + (2 * 0.04)) / 4, score.Reliability, 1e-12);
        Assert.Equal(((2 * 0.0625) + (2 * 0.0625)) / 4, score.Resolution, 1e-12);
        Assert.Equal(0.1875, score.Uncertainty, 1e-12);
        foreach (int seed in (int[])[1, 2, 3])
        {
            BrierScore drawn = BrierScore.Of(Drawn(seed, 200));
            Assert.Equal(drawn.Score.Mean, drawn.Reliability - drawn.Resolution + drawn.Uncertainty + drawn.WithinBins, 1e-12);
        }
    }

    [Fact]
    public void Losses_against_another_forecast_have_the_sign_of_the_better_one()
    {
        EventForecasts forecasts = Drawn(5, 2000);
        EventForecasts constant = forecasts.AtChance((double)forecasts.Events / forecasts.Count);
        Assert.True(BrierScore.Difference(forecasts, constant).Upper < 0);
        Assert.True(LogLoss.Difference(constant, forecasts).Lower > 0);
        Assert.Equal(LogLoss.Of(forecasts).Mean - LogLoss.Of(constant).Mean, LogLoss.Difference(forecasts, constant).Mean, 1e-12);
        Assert.Equal(Math.Log(2), LogLoss.Of(forecasts.AtChance(0.5)).Mean, 1e-12);
    }

    [Fact]
    public void Cases_of_one_chance_stay_in_one_bin()
    {
        ImmutableArray<ReliabilityBin> bins = ReliabilityCurve.Of(new EventForecasts([0.1, 0.2, 0.2, 0.2, 0.2, 0.9], [false, false, true, false, false, true]), bins: 3);
        Assert.Equal([1, 4, 1], bins.Select(bin => bin.Cases));
        Assert.Equal([0.1, 0.2, 0.9], bins.Select(bin => bin.MeanChance), (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.Equal(ExactBinomial.Share(1, 4), bins[1].Observed);
        Assert.Equal(10, ReliabilityCurve.Of(Drawn(1, 1000)).Length);
        Assert.All(ReliabilityCurve.Of(Drawn(1, 1000)), bin => Assert.Equal(100, bin.Cases));
    }

    [Fact]
    public void Right_chances_are_rejected_as_seldom_as_the_test_says()
    {
        const int Sets = 1000;
        int rejected = 0;
        int held = 0;
        for (int set = 0; set < Sets; set++)
        {
            CoxCalibration calibration = CoxCalibration.Of(Drawn(100 + set, 400));
            rejected += calibration.PValue < 0.05 ? 1 : 0;
            held += calibration.Slope!.Value.Contains(1) ? 1 : 0;
        }

        Assert.True(ExactBinomial.PValue(rejected, Sets, 0.05) > 0.001, $"{rejected} of {Sets}");
        Assert.True(ExactBinomial.PValue(held, Sets, 0.95) > 0.001, $"{held} of {Sets}");
    }

    [Fact]
    public void Chances_too_far_apart_or_too_low_are_found()
    {
        EventForecasts right = Drawn(9, 4000);
        EventForecasts apart = new([.. right.Chances.Select(chance => Shifted(chance, 2, 0))], right.Outcomes);
        CoxCalibration slope = CoxCalibration.Of(apart);
        Assert.True(slope.Slope!.Value.Contains(0.5) && !slope.Slope.Value.Contains(1) && slope.PValue < 0.001);
        CoxCalibration low = CoxCalibration.Of(new EventForecasts([.. right.Chances.Select(chance => Shifted(chance, 1, -1))], right.Outcomes));
        Assert.True(low.InTheLarge!.Value.Contains(1) && !low.InTheLarge.Value.Contains(0) && low.PValue < 0.001);
    }

    [Fact]
    public void What_has_no_finite_answer_has_none_and_what_is_no_forecast_is_refused()
    {
        EventForecasts none = new([0.1, 0.2, 0.3], [false, false, false]);
        Assert.Equal(new CoxCalibration(null, null, null, null, null), CoxCalibration.Of(none));
        CoxCalibration flat = CoxCalibration.Of(new EventForecasts([0.5, 0.5, 0.5], [false, true, true]));
        Assert.Null(flat.Slope);
        Assert.Equal(Math.Log(2), flat.InTheLarge!.Value.Mean, 1e-9);
        Refused(() => CoxCalibration.Of(new EventForecasts([0.5, 1], [true, false])), "chances[1]: found 1; expected a chance above 0 and under 1");
        Refused(() => LogLoss.Of(new EventForecasts([0.5, 1], [true, false])), "chances[1]: found 1; expected a chance above 0 of what came");
        Refused(() => RocArea.Of(new EventForecasts([0.5, 0.2], [true, false])), "outcomes: found 1 cases with the event and 1 without; expected two or more of each");
        Refused(() => _ = new EventForecasts([0.5, 1.1], [true, false]), "chances[1]: found 1.1; expected a chance from 0 to 1");
        Refused(() => _ = new EventForecasts([], []), "chances: found none");
        Refused(() => LogLoss.Difference(none, new EventForecasts([0.1, 0.2, 0.3], [false, false, true])), "expected forecasts of the same 3 cases");
    }

    [Fact]
    public void No_unit_is_forecast_by_what_was_fitted_to_it()
    {
        int[] units = [.. Enumerable.Range(0, 60).Select(row => row % 20)];
        int[] seen = new int[60];
        IReadOnlyList<double> chances = CrossValidatedChances.Of(units, 5, 3, rows =>
        {
            HashSet<int> fitted = [.. rows.Select(row => units[row])];
            return row =>
            {
                Assert.DoesNotContain(units[row], fitted);
                seen[row]++;
                return row / 100.0;
            };
        }, TestContext.Current.CancellationToken);
        Assert.All(seen, count => Assert.Equal(1, count));
        Assert.Equal(Enumerable.Range(0, 60).Select(row => row / 100.0), chances);
    }

    /// <summary>Draws chances with normal log odds about −1, and outcomes at those chances.</summary>
    internal static EventForecasts Drawn(int seed, int rows)
    {
        RandomStream random = new RandomStreams((ulong)seed, 0).Stream(Draws);
        List<double> chances = [];
        List<bool> outcomes = [];
        for (int row = 0; row < rows; row++)
        {
            double chance = 1 / (1 + Math.Exp(1 - random.NextNormal()));
            chances.Add(chance);
            outcomes.Add(random.NextUniform() < chance);
        }

        return new EventForecasts(chances, outcomes);
    }

    private static double Shifted(double chance, double slope, double shift) => 1 / (1 + Math.Exp(-(slope * Math.Log(chance / (1 - chance))) - shift));

    private static void CheckDifference(int successes, int trials, int otherSuccesses, int otherTrials, double lower, double upper)
    {
        Interval difference = ShareDifference.Of(successes, trials, otherSuccesses, otherTrials);
        Assert.Equal(lower, difference.Lower, 5.1e-5);
        Assert.Equal(upper, difference.Upper, 5.1e-5);
    }

    private static Func<Interval, Interval, bool> Within(double error) => (one, other) =>
        Math.Abs(one.Mean - other.Mean) <= error && Math.Abs(one.Lower - other.Lower) <= error && Math.Abs(one.Upper - other.Upper) <= error;

    private static void Refused(Action action, string message) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
