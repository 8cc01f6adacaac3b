using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class TimeAverageTests
{
    [Fact]
    public void Two_stretches_weigh_by_their_duration()
    {
        // 1 for 2 and 3 for 2 units in one, 6 for 12 in the other: integral 80, integral of squares 452.
        TimeWeighted queue = new(0, 1);
        queue.Set(2, 3);
        TimeAverage merged = queue.AverageTo(4).Merge(new TimeWeighted(100, 6).AverageTo(112));
        Assert.Equal((16.0, 5.0, 80.0, 1.0, 6.0), (merged.Duration, merged.Mean, merged.Integral, merged.Min, merged.Max));
        Assert.Equal((452.0 / 16) - 25, merged.Variance!.Value, 1e-14);
    }

    [Fact]
    public void The_parts_of_a_run_merge_into_the_whole()
    {
        RandomStream random = Streams.Any(750);
        TimeWeighted whole = new();
        TimeWeighted part = new();
        TimeAverage merged = default;
        double time = 0;
        for (int i = 0; i < 3000; i++)
        {
            time += random.NextExponential();
            double value = 1e6 + random.NextIndex(10);
            whole.Set(time, value);
            part.Set(time, value);
            if (i % 300 == 299)
            {
                merged = merged.Merge(part.AverageTo(time));
                part.ResetAt(time);
            }
        }

        Assert.Equal(time, merged.Duration, 1e-12 * time);
        Assert.Equal(whole.Mean(time), merged.Mean!.Value, 1e-12 * 1e6);
        Assert.Equal(whole.Variance(time), merged.Variance!.Value, 1e-12 * whole.Variance(time));
        Assert.Equal((whole.Min, whole.Max), (merged.Min, merged.Max));
    }

    [Fact]
    public void Of_no_time_nothing_is_known()
    {
        TimeAverage none = new TimeWeighted(3, 7).AverageTo(3);
        Assert.Equal((0.0, null, null, null, null), (none.Duration, none.Mean, none.Variance, none.Min, none.Max));
        TimeAverage some = new TimeWeighted(3, 7).AverageTo(4);
        Assert.Equal(some, none.Merge(some));
        Assert.Equal(some, some.Merge(default));
    }
}
