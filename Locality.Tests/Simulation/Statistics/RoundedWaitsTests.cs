using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class RoundedWaitsTests
{
    [Fact]
    public void Up_to_the_stated_number_the_curves_are_exact()
    {
        CompetingRisks exact = new(2);
        CompetingRisks bounded = new(2, resolution: 1, exactCount: 400);
        Fill([exact, bounded], 400, 0.5);
        Assert.Null(bounded.Resolution);
        for (double t = 0; t < 100; t += 0.37)
        {
            Assert.Equal(exact.CumulativeIncidence(0, t), bounded.CumulativeIncidence(0, t));
        }

        Fill([exact, bounded], 1, 0.5);
        Assert.Equal((1.0, 401, 401), (bounded.Resolution, bounded.Count, exact.Count));
    }

    [Fact]
    public void Without_censoring_rounded_curves_are_exact_at_every_multiple()
    {
        CompetingRisks exact = new(2);
        CompetingRisks bounded = new(2, resolution: 0.5, exactCount: 100);
        Fill([exact, bounded], 5000, 0);
        for (double t = 0; t < 200; t += 0.5)
        {
            Assert.Equal(exact.StillWaiting(t), bounded.StillWaiting(t), 1e-12);
            Assert.Equal(exact.CumulativeIncidence(0, t), bounded.CumulativeIncidence(0, t), 1e-12);
            Assert.Equal(exact.CumulativeIncidence(1, t), bounded.CumulativeIncidence(1, t), 1e-12);
        }

        // Rounding up lengthens each wait by less than the resolution.
        Assert.InRange(bounded.RestrictedMean(1000) - exact.RestrictedMean(1000), 0, 0.5);
        Assert.InRange(bounded.TimeToReach(0, 0.3)!.Value - exact.TimeToReach(0, 0.3)!.Value, 0, 0.5);
    }

    [Fact]
    public void With_censoring_the_error_is_small_where_the_resolution_is_fine()
    {
        CompetingRisks exact = new(2);
        CompetingRisks bounded = new(2, resolution: 0.125, exactCount: 0);
        Fill([exact, bounded], 5000, 0.5);
        for (double t = 0; t < 100; t += 0.5)
        {
            Assert.Equal(exact.CumulativeIncidence(0, t), bounded.CumulativeIncidence(0, t), 0.002);
        }
    }

    [Fact]
    public void Merging_in_any_order_equals_adding_one_by_one()
    {
        CompetingRisks direct = new(2, 1, 500);
        CompetingRisks[] parts = [new(2, 1, 500), new(2, 1, 500), new(2, 1, 500)];
        Fill([direct, parts[0]], 300, 0.3);
        Fill([direct, parts[1]], 1000, 0.3);
        Fill([direct, parts[2]], 350, 0.3);
        foreach (int[] order in (int[][])[[0, 1, 2], [2, 0, 1], [1, 2, 0]])
        {
            CompetingRisks merged = new(2, 1, 500);
            foreach (int part in order)
            {
                merged.Merge(parts[part]);
            }

            Assert.Equal((1650, 1.0), (merged.Count, merged.Resolution));
            for (double t = 0; t < 100; t++)
            {
                Assert.Equal(direct.CumulativeIncidence(1, t), merged.CumulativeIncidence(1, t));
            }
        }

        Assert.Null(parts[0].Resolution);
    }

    [Fact]
    public void Memory_is_bounded_since_the_resolution_doubles()
    {
        RoundedWaits waits = new(1, 1);
        RoundedWaits late = new(1, 1);
        foreach (double time in (double[])[0, 0.5, 1, 2, 3, 65_536])
        {
            waits.Add(time, 0);
        }

        Assert.Equal((65_537, 1.0), (waits.Room, waits.Resolution));
        late.Add(200_000, -1);
        late.Merge(waits);
        waits.Add(200_000, -1);
        foreach (RoundedWaits one in (RoundedWaits[])[waits, late])
        {
            Assert.InRange(one.Room, 1, 65_537);
            Assert.Equal((7, 4.0), (one.Count, one.Resolution));
            Assert.Equal(
                [(0.0, 1, 0), (4.0, 4, 0), (65_536.0, 1, 0), (200_000.0, 0, 1)],
                one.Steps().Where(step => step.Ended[0] + step.Censored > 0).Select(step => (step.Time, step.Ended[0], step.Censored)));
        }
    }

    [Fact]
    public void A_reset_equals_a_fresh_start()
    {
        CompetingRisks used = new(1, 1, 2);
        used.Add(1, 0);
        used.Add(2, 0);
        used.Add(9, 0);
        used.Reset();
        Assert.Equal((0, null, 1.0), (used.Count, used.Resolution, used.StillWaiting(10)));
        used.Add(1.5, 0);
        Assert.Equal(1.5, used.TimeToReach(0, 1));
    }

    [Fact]
    public void Other_resolutions_are_not_merged()
    {
        CompetingRisks one = new(2);
        ArgumentException error = Assert.Throws<ArgumentException>(() => one.Merge(new CompetingRisks(2, 0.5)));
        Assert.StartsWith("Merging competing risks: found resolution 0.5; expected none, as in this one.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompetingRisks(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompetingRisks(2, 1, -1));
    }

    private static void Fill(CompetingRisks[] all, int count, double censoring)
    {
        RandomStream random = Streams.Any((uint)(760 + count));
        for (int i = 0; i < count; i++)
        {
            double time = 10 * random.NextExponential();
            double kind = random.NextUniform();
            foreach (CompetingRisks one in all)
            {
                if (kind < censoring)
                {
                    one.AddCensored(time);
                }
                else
                {
                    one.Add(time, i % 3 == 0 ? 1 : 0);
                }
            }
        }
    }
}
