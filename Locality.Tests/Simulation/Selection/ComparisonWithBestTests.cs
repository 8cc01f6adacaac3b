using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ComparisonWithBestTests(ITestOutputHelper output)
{
    private static readonly RandomStreams s_streams = new(20260101, 0);
    private static readonly Purpose s_purpose = new(9, "resamples");

    [Fact]
    public void Two_systems_under_common_random_numbers_have_the_one_sided_paired_interval()
    {
        double[] first = [1, 4, 2, 6];
        double[] second = [3, 5, 5, 8];
        double t = StudentT.UpperQuantile(0.05, 3);

        // Differences -2, -1, -3, -2: mean -2, variance 2/3.
        double w = t * Math.Sqrt(2.0 / 3 / 4);
        MultipleComparisonsWithBest paired = MultipleComparisonsWithBest.Of([first, second], Objective.Smallest, commonRandomNumbers: true);
        Assert.Equal((0, 0.95), (paired.Best, paired.Confidence));
        Assert.Equal(w, paired.HalfWidth, 1e-8);
        Assert.Equal((-2.0, 2.0), (paired.Differences[0].Mean, paired.Differences[1].Mean));
        Assert.Equal((-2 - w, 0.0), (paired.Differences[0].Lower, paired.Differences[0].Upper), new Near());
        Assert.Equal((0.0, 2 + w), (paired.Differences[1].Lower, paired.Differences[1].Upper), new Near());
        Assert.Equal((true, false), (paired.MayBeBest(0), paired.MayBeBest(1)));

        // Unpaired: variances 59/12 and 51/12, six degrees of freedom.
        double pooled = StudentT.UpperQuantile(0.05, 6) * Math.Sqrt(2 * (59 + 51) / 24.0 / 4);
        MultipleComparisonsWithBest apart = MultipleComparisonsWithBest.Of([first, second], Objective.Largest, commonRandomNumbers: false);
        Assert.Equal(1, apart.Best);
        Assert.Equal(pooled, apart.HalfWidth, 1e-8);
        Assert.True(apart.MayBeBest(0) && apart.MayBeBest(1));
    }

    [Fact]
    public void Three_systems_have_the_interval_worked_out_by_hand()
    {
        // Residuals once systems and replications are taken out: ±1, ±1, ∓2 in two replications, so their squares sum to 12 and
        // S² = 2 * 12/(2 * 1) = 12.
        double[][] values = [[11, 19], [6, 14], [-2, 12]];
        MultipleComparisonsWithBest found = MultipleComparisonsWithBest.Of(values, Objective.Largest, commonRandomNumbers: true);
        Assert.Equal(DunnettCriticalValue.Of(2, 2, 0.95) * Math.Sqrt(12 / 2.0), found.HalfWidth, 1e-9);
        Assert.Equal([5, -5, -10], found.Differences.Select(difference => difference.Mean));
    }

    [Theory]
    [InlineData(true, 0.6)]
    [InlineData(false, 0)]
    public void The_intervals_hold_together_as_often_as_they_say(bool commonRandomNumbers, double correlation)
    {
        // 200 times at 95 %: 190 on average, and five standard deviations of 3.1 below are 175.
        double[] means = [1, 0.5, 0, 0];
        double[] truth = [0.5, -0.5, -1, -1];
        int held = 0;
        for (int repeat = 0; repeat < 200; repeat++)
        {
            double[][] values = Outcomes(new NormalSystems(means, (ulong)repeat, correlation), 15);
            MultipleComparisonsWithBest found = MultipleComparisonsWithBest.Of(values, Objective.Largest, commonRandomNumbers);
            held += truth.Index().All(pair => found.Differences[pair.Index].Contains(pair.Item)) ? 1 : 0;
        }

        output.WriteLine(held.ToString(CultureInfo.InvariantCulture));
        Assert.InRange(held, 175, 200);
    }

    [Fact]
    public void Resamples_favour_a_system_as_often_as_counting_says()
    {
        // Of two replications with replacement the first system sums to 0, 3 or 6 with ¼, ½, ¼, the second always to 2. With a second of
        // 1.5 and 1.5 half the resamples are shared: ¼ + ½/2. Five standard errors of 20,000 resamples are 0.018 at most.
        double[] shares = [.. ProbabilityOfBest.Of([[0, 3], [1, 1]], Objective.Largest, true, s_streams, s_purpose, 20_000)];
        Assert.Equal(0.75, shares[0], 0.018);
        Assert.Equal(1, shares.Sum(), 1e-9);
        Assert.Equal(0.5, ProbabilityOfBest.Of([[0, 3], [1.5, 1.5]], Objective.Smallest, false, s_streams, s_purpose, 20_000)[0], 0.018);
    }

    [Fact]
    public void What_systems_have_in_common_stays_in_common_in_a_resample()
    {
        double[] row = [5, 1, 9, 4, 2, 8];
        double[] better = [.. row.Select(value => value + 0.01)];
        Assert.Equal([0, 1], ProbabilityOfBest.Of([row, better], Objective.Largest, true, s_streams, s_purpose));
        Assert.InRange(ProbabilityOfBest.Of([row, better], Objective.Largest, false, s_streams, s_purpose)[0], 0.4, 0.6);
        Assert.Equal([0.5, 0.5], ProbabilityOfBest.Of([row, row], Objective.Largest, true, s_streams, s_purpose).Select(share => Math.Round(share, 9)));
        Assert.Equal(
            ProbabilityOfBest.Of([row, [5, 5, 5, 5, 5, 5]], Objective.Largest, true, s_streams, s_purpose),
            ProbabilityOfBest.Of([row, [5, 5, 5, 5, 5, 5]], Objective.Largest, true, new RandomStreams(20260101, 0), s_purpose));
    }

    [Fact]
    public void Ties_are_named()
    {
        // Differences of 0.1 and less are noise; the third is worse by 1 in every replication but for noise; the zone is 0.3.
        double[] noise = [0.3, -0.2, 0.1, -0.3, 0.2, -0.1, 0.25, -0.25];
        double[] common = [4, 8, 1, 9, 3, 7, 5, 2];
        double[][] values =
        [
            [.. common.Zip(noise, (c, e) => c + e)],
            [.. common.Zip(noise, (c, e) => c - e + 0.05)],
            [.. common.Zip(noise, (c, e) => c + 1 + (e / 2))],
        ];
        IndifferenceSet set = IndifferenceSet.Of(values, Objective.Smallest, 0.3, commonRandomNumbers: true);
        Assert.Equal(0, set.Best);
        Assert.Equal([0, 1], set.Members);
        Assert.False(set.IsClear);

        // Without pairing nothing can be told apart, but the third is still worse by more than the zone; in a wider zone it is a rival.
        Assert.Equal([0, 1], IndifferenceSet.Of(values, Objective.Smallest, 0.3, commonRandomNumbers: false).Members);
        Assert.Equal([0, 1, 2], IndifferenceSet.Of(values, Objective.Smallest, 2, commonRandomNumbers: false).Members);

        // Turned over, the third is the largest and stands alone, in any zone.
        IndifferenceSet alone = IndifferenceSet.Of(values, Objective.Largest, 2, commonRandomNumbers: true);
        Assert.Equal([2], alone.Members);
        Assert.True(alone.IsClear);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        double[] row = [1, 2];
        Refused("values: found 1 systems; expected two or more.", () => Compare([row]));
        Refused("values[1]: found 3 replications; expected 2, as many for each system", () => Compare([row, [1, 2, 3]]));
        Refused("values[0]: found 1 replications; expected 2", () => Compare([[1], [2]]));
        Refused("values[1][0]: found NaN; expected a finite number", () => Compare([row, [double.NaN, 1]]));
        Refused("confidence: found 0.4; expected more than 1/2", () => MultipleComparisonsWithBest.Of([row, row], Objective.Largest, true, 0.4));
        Refused("indifferenceZone: found 0; expected a finite number above zero", () => IndifferenceSet.Of([row, row], Objective.Largest, 0, true));
        Refused("resamples", () => ProbabilityOfBest.Of([row, row], Objective.Largest, true, s_streams, s_purpose, 0));

        static object Compare(double[][] values) => MultipleComparisonsWithBest.Of(values, Objective.Largest, true);
    }

    private static void Refused(string start, Func<object> call) =>
        Assert.StartsWith(start, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);

    private static double[][] Outcomes(NormalSystems systems, int replications) =>
    [
        .. Enumerable.Range(0, systems.SystemCount).Select(
            system => Enumerable.Range(0, replications).Select(replication => systems.Value(system, replication)).ToArray()),
    ];

    private sealed class Near : IEqualityComparer<(double First, double Second)>
    {
        public bool Equals((double First, double Second) x, (double First, double Second) y) =>
            Math.Abs(x.First - y.First) < 1e-8 && Math.Abs(x.Second - y.Second) < 1e-8;

        public int GetHashCode((double First, double Second) obj) => 0;
    }
}
