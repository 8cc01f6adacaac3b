using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class CompetingRisksTests
{
    // Six waits: cause 0 at 1 and 3, cause 1 at 2 and 5, censored at 2 and 4. At risk: 6, 5, 3, 1.
    // Waiting: 5/6, 4/6, 4/9, 0. Cause 0: 1/6, 1/6, 7/18, 7/18. Cause 1: 0, 1/6, 1/6, 11/18.
    [Fact]
    public void A_hand_worked_example_comes_out()
    {
        CompetingRisks waits = Example();
        double[] grid = [0, 0.99, 1, 2, 2.5, 3, 4.9, 5, 100];
        double[] first = new double[grid.Length];
        double[] second = new double[grid.Length];
        waits.Curve(0, grid, first);
        waits.Curve(1, grid, second);
        double[] expectedFirst = [0, 0, 1.0 / 6, 1.0 / 6, 1.0 / 6, 7.0 / 18, 7.0 / 18, 7.0 / 18, 7.0 / 18];
        double[] expectedSecond = [0, 0, 0, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 11.0 / 18, 11.0 / 18];
        double[] expectedWaiting = [1, 1, 5.0 / 6, 4.0 / 6, 4.0 / 6, 4.0 / 9, 4.0 / 9, 0, 0];
        for (int i = 0; i < grid.Length; i++)
        {
            Assert.Equal(expectedFirst[i], first[i], 1e-15);
            Assert.Equal(expectedSecond[i], second[i], 1e-15);
            Assert.Equal(expectedWaiting[i], waits.StillWaiting(grid[i]), 1e-15);
            Assert.Equal(first[i], waits.CumulativeIncidence(0, grid[i]));
        }
    }

    [Fact]
    public void The_restricted_mean_is_the_area_under_the_waiting_curve()
    {
        CompetingRisks waits = Example();
        Assert.Equal(0, waits.RestrictedMean(0));
        Assert.Equal(0.5, waits.RestrictedMean(0.5));
        Assert.Equal(53.0 / 18, waits.RestrictedMean(4), 1e-15);
        Assert.Equal(61.0 / 18, waits.RestrictedMean(50), 1e-15);
    }

    [Fact]
    public void The_time_to_a_share_is_null_when_it_is_not_reached()
    {
        CompetingRisks waits = Example();
        Assert.Equal(1, waits.TimeToReach(0, 0.1));
        Assert.Equal(1, waits.TimeToReach(0, 1.0 / 6));
        Assert.Equal(3, waits.TimeToReach(0, 0.17));
        Assert.Equal(3, waits.TimeToReach(0, 7.0 / 18));
        Assert.Null(waits.TimeToReach(0, 0.39));
        Assert.Equal(5, waits.TimeToReach(1, 0.5));
        Assert.Null(waits.TimeToReach(1, 1));
    }

    [Fact]
    public void Without_censoring_the_curves_are_plain_proportions()
    {
        const int Count = 1000;
        CompetingRisks waits = new(3);
        RandomStream random = Streams.Any(900);
        (double Time, int Cause)[] all = new (double, int)[Count];
        for (int i = 0; i < Count; i++)
        {
            all[i] = (Math.Floor(random.NextExponential() * 40) / 4, random.NextIndex(3));
            waits.Add(all[i].Time, all[i].Cause);
        }

        for (double t = 0; t < 80; t += 0.25)
        {
            Assert.Equal((double)all.Count(x => x.Time > t) / Count, waits.StillWaiting(t), 1e-12);
            for (int cause = 0; cause < 3; cause++)
            {
                Assert.Equal((double)all.Count(x => x.Time <= t && x.Cause == cause) / Count, waits.CumulativeIncidence(cause, t), 1e-12);
            }
        }

        Assert.Equal(all.Average(x => x.Time), waits.RestrictedMean(1000), 1e-10);
        double[] ordered = [.. all.Where(x => x.Cause == 1).Select(x => x.Time).Order()];
        Assert.Equal(ordered[199], waits.TimeToReach(1, 0.2));
    }

    [Fact]
    public void Independent_censoring_does_not_bias_the_shares()
    {
        // Causes at rates 2 and 1, censoring at rate 1: cause 0 ends 2/3 (1 − e^−3t) of the waits.
        CompetingRisks waits = new(2);
        RandomStream random = Streams.Any(901);
        const int Count = 40_000;
        for (int i = 0; i < Count; i++)
        {
            double time = random.NextExponential() / 3;
            int cause = random.NextUniform() < 2.0 / 3 ? 0 : 1;
            double censored = random.NextExponential();
            if (time <= censored)
            {
                waits.Add(time, cause);
            }
            else
            {
                waits.AddCensored(censored);
            }
        }

        double[] times = [0.1, 0.3, 1];
        foreach (double t in times)
        {
            double expected = 2.0 / 3 * (1 - Math.Exp(-3 * t));
            Assert.Equal(expected, waits.CumulativeIncidence(0, t), 5 * 0.6 / Math.Sqrt(Count));
            double sum = waits.CumulativeIncidence(0, t) + waits.CumulativeIncidence(1, t) + waits.StillWaiting(t);
            Assert.Equal(1, sum, 1e-10);
        }
    }

    [Fact]
    public void Order_merging_and_asking_between_do_not_matter()
    {
        CompetingRisks left = new(2);
        CompetingRisks right = new(2);
        right.Add(5, 1);
        right.AddCensored(4);
        right.Add(3, 0);
        left.AddCensored(2);
        left.Add(2, 1);
        Assert.Equal(0.5, left.StillWaiting(2));
        left.Add(1, 0);
        left.Merge(right);
        CompetingRisks example = Example();
        for (double t = 0; t < 6; t += 0.5)
        {
            Assert.Equal(example.CumulativeIncidence(0, t), left.CumulativeIncidence(0, t));
            Assert.Equal(example.CumulativeIncidence(1, t), left.CumulativeIncidence(1, t));
        }

        Assert.Equal((6, 3), (left.Count, right.Count));
    }

    [Fact]
    public void Without_observations_all_are_still_waiting()
    {
        CompetingRisks waits = new(1);
        Assert.Equal((1.0, 0.0, 7.0), (waits.StillWaiting(3), waits.CumulativeIncidence(0, 3), waits.RestrictedMean(7)));
        Assert.Null(waits.TimeToReach(0, 0.5));
        waits.AddCensored(4);
        Assert.Equal(1, waits.StillWaiting(9));
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        CompetingRisks waits = Example();
        Message(() => waits.Add(-1, 0), "time: found -1; expected a finite number, zero or more.");
        Message(() => waits.AddCensored(double.NaN), "time: found NaN; expected");
        Message(() => waits.Add(1, 2), "cause: found 2; expected a whole number from 0 to 1.");
        Message(() => waits.CumulativeIncidence(-1, 1), "cause: found -1; expected");
        Message(() => waits.StillWaiting(double.NaN), "time: found NaN; expected a number, zero or more.");
        Message(() => waits.TimeToReach(0, 0), "share: found 0; expected a number above 0, at most 1.");
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompetingRisks(0));
        ArgumentException error = Assert.Throws<ArgumentException>(() => waits.Merge(new CompetingRisks(3)));
        Assert.StartsWith("Merging competing risks: found 3 causes; expected 2", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => waits.Curve(0, [1, 2], new double[1]));
        Assert.StartsWith("values: found length 1; expected 2", error.Message, StringComparison.Ordinal);
    }

    private static CompetingRisks Example()
    {
        CompetingRisks waits = new(2);
        waits.AddCensored(4);
        waits.Add(3, 0);
        waits.AddCensored(2);
        waits.Add(1, 0);
        waits.Add(5, 1);
        waits.Add(2, 1);
        return waits;
    }

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
}
