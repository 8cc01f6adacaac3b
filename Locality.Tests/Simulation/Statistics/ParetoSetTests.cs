using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ParetoSetTests
{
    private static readonly BetterDirection[] s_lower = [BetterDirection.Lower, BetterDirection.Lower];

    [Fact]
    public void A_system_that_is_worse_on_one_measure_and_better_on_none_is_left_out()
    {
        // Cost and wait: the third is dominated by the second, the fourth by all but the first two's mixture.
        ParetoSet set = ParetoSet.Of([[1, 9], [5, 5], [6, 5], [9, 1], [9, 9]], s_lower);

        Assert.Equal([0, 1, 3], set.Members);
        Assert.Equal([[], [], [1], [], [0, 1, 2, 3]], set.DominatedBy.Select(list => list.ToArray()));
        Assert.Empty(set.Ties);
    }

    [Fact]
    public void More_can_be_better_too()
    {
        ParetoSet set = ParetoSet.Of([[1, 9], [5, 5], [6, 5]], [BetterDirection.Lower, BetterDirection.Higher]);
        Assert.Equal([0], set.Members);
        Assert.Equal([0, 1], set.DominatedBy[2]);
    }

    [Fact]
    public void Equal_systems_are_ties_and_both_stay()
    {
        ParetoSet set = ParetoSet.Of([[3, 4], [2, 9], [3, 4], [5, 5]], s_lower);
        Assert.Equal([0, 1, 2], set.Members);
        Assert.Equal([(0, 2)], set.Ties);
        Assert.Equal([0, 2], set.DominatedBy[3]);
    }

    [Fact]
    public void Within_the_tolerance_a_difference_does_not_count()
    {
        // Without, all three stay. With half a day on the second measure the first is no worse there, and clearly better on the first measure.
        double[][] values = [[10, 5.4], [20, 5], [10.5, 5.4]];
        Assert.Equal([0, 1], ParetoSet.Of(values, s_lower).Members);

        ParetoSet set = ParetoSet.Of(values, s_lower, [1, 0.5]);
        Assert.Equal([0, 2], set.Members);
        Assert.Equal([0, 2], set.DominatedBy[1]);
        Assert.Equal([(0, 2)], set.Ties);

        // Exactly the tolerance does not count yet.
        Assert.Equal([(0, 1)], ParetoSet.Of([[1, 1], [2, 1]], s_lower, [1, 0]).Ties);
        Assert.Equal([0], ParetoSet.Of([[1, 1], [2.5, 1]], s_lower, [1, 0]).Members);
    }

    [Fact]
    public void Systems_that_dominate_each_other_in_a_circle_all_stay()
    {
        // Differences of (−2, 1, 1) with a tolerance of 1: each is clearly better than the next on one measure only. The last is below all.
        double[][] values = [[0, 2, 1], [2, 1, 0], [1, 0, 2], [9, 9, 9]];
        ParetoSet set = ParetoSet.Of(values, [BetterDirection.Lower, BetterDirection.Lower, BetterDirection.Lower], [1, 1, 1]);

        Assert.Equal([[2], [0], [1], [0, 1, 2]], set.DominatedBy.Select(list => list.Order().ToArray()));
        Assert.Equal([0, 1, 2], set.Members);
        Assert.Empty(set.Ties);
    }

    [Fact]
    public void Random_sets_keep_what_the_definition_says_and_never_end_empty()
    {
        RandomStream random = Streams.Any(2011);
        for (int round = 0; round < 200; round++)
        {
            int systems = 1 + random.NextIndex(12);
            int measures = 1 + random.NextIndex(4);
            double[][] values = new double[systems][];
            for (int system = 0; system < systems; system++)
            {
                values[system] = new double[measures];
                for (int measure = 0; measure < measures; measure++)
                {
                    values[system][measure] = random.NextIndex(6);
                }
            }

            BetterDirection[] better = [.. Enumerable.Range(0, measures).Select(i => i % 2 == 0 ? BetterDirection.Higher : BetterDirection.Lower)];
            bool NoWorse(double[] a, double[] b) => Enumerable.Range(0, measures).All(i => i % 2 == 0 ? a[i] >= b[i] : a[i] <= b[i]);
            ParetoSet set = ParetoSet.Of(values, better);
            Assert.Equal(
                Enumerable.Range(0, systems).Where(i => !values.Any(other => NoWorse(other, values[i]) && !NoWorse(values[i], other))),
                set.Members);
            Assert.All(set.Ties, tie => Assert.Equal(values[tie.First], values[tie.Second]));

            ParetoSet tolerant = ParetoSet.Of(values, better, [.. Enumerable.Repeat(2.0, measures)]);
            Assert.NotEmpty(tolerant.Members);
        }
    }

    [Fact]
    public void Contradictory_tables_are_refused()
    {
        Refused<ArgumentException>("values: found no system or no measures;", () => ParetoSet.Of([], s_lower));
        Refused<ArgumentException>("values[1]: found 1 measures; expected 2", () => ParetoSet.Of([[1, 2], [1]], s_lower));
        Refused<ArgumentOutOfRangeException>("values[1][0]: found NaN;", () => ParetoSet.Of([[1, 2], [double.NaN, 1]], s_lower));
        Refused<ArgumentException>("better: found 2 directions; expected 1", () => ParetoSet.Of([[1]], s_lower));
        Refused<ArgumentOutOfRangeException>("better: found 7; expected Lower or Higher.", () => ParetoSet.Of([[1]], [(BetterDirection)7]));
        Refused<ArgumentException>("tolerances: found 1; expected 2", () => ParetoSet.Of([[1, 2]], s_lower, [0]));
        Refused<ArgumentOutOfRangeException>("tolerances[1]: found -1;", () => ParetoSet.Of([[1, 2]], s_lower, [0, -1]));

        static void Refused<T>(string start, Action action)
            where T : Exception => Assert.StartsWith(start, Assert.Throws<T>(action).Message, StringComparison.Ordinal);
    }
}
