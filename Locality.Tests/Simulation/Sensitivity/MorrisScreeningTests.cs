using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class MorrisScreeningTests
{
    private static readonly ParameterRange[] s_unit = [new("first", 0, 1, 0), new("second", 0, 1, 0)];

    [Fact]
    public void A_linear_response_has_its_slopes_for_effects_and_no_spread()
    {
        // Per move over the whole range: 3 × 4 and −2 × 10.
        ParameterRange[] parameters = [new("up", 1, 5, 1), new("down", -5, 5, 0), new("idle", 0, 1, 0)];
        MorrisScreening screening = Of(parameters, (x, _) => 7 + (3 * x[0]) - (2 * x[1]), 10, 4);
        double[] slopes = [12, -20, 0];
        foreach ((int j, ElementaryEffects effects) in screening.Effects.Index())
        {
            Assert.Equal(parameters[j], effects.Parameter);
            Same(slopes[j], effects.Mean);
            Same(Math.Abs(slopes[j]), effects.MeanAbsolute);
            Same(0, effects.StandardDeviation);
        }

        Assert.Equal(10 * 4, screening.Evaluations);

        static void Same(double expected, Interval found)
        {
            Assert.Equal(expected, found.Mean, 1e-12);
            Assert.InRange(found.HalfWidth, 0, 1e-12);
        }
    }

    [Fact]
    public void Effects_that_cancel_out_are_seen_by_the_mean_absolute_effect()
    {
        // (x − ½)² with four levels, Δ = 2/3: from 0 to 2/3 the effect is (1/36 − 9/36)/(2/3) = −1/3, from 1/3 to 1 it is +1/3.
        MorrisScreening screening = Of([s_unit[0]], (x, _) => (x[0] - 0.5) * (x[0] - 0.5), 400, 2);
        ElementaryEffects effects = screening.Effects[0];
        Assert.True(effects.Mean.Contains(0), effects.Mean.ToString());
        Assert.Equal(1.0 / 3, effects.MeanAbsolute.Mean, 1e-12);
        Assert.Equal(1.0 / 3, effects.StandardDeviation.Mean, 0.005);
        Assert.InRange(effects.Mean.HalfWidth, 0.02, 0.04);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void An_interaction_spreads_the_effects_over_the_levels_of_the_other_parameter(int levels)
    {
        // For x₁x₂ the effect of either is the level of the other, each level equally likely.
        double[] grid = [.. Enumerable.Range(0, levels).Select(k => (double)k / (levels - 1))];
        double variance = grid.Sum(x => (x - 0.5) * (x - 0.5)) / levels;
        MorrisScreening screening = Of(s_unit, (x, _) => x[0] * x[1], 2000, 3, levels);
        foreach (ElementaryEffects effects in screening.Effects)
        {
            Assert.InRange(effects.Mean.HalfWidth, 0.005, 0.025);
            Assert.InRange(effects.Mean.Mean, 0.5 - (2 * effects.Mean.HalfWidth), 0.5 + (2 * effects.Mean.HalfWidth));
            Assert.Equal(effects.Mean.Mean, effects.MeanAbsolute.Mean, 1e-12);
            Assert.Equal(Math.Sqrt(variance), effects.StandardDeviation.Mean, 0.02);

            // Of two values that are equally likely the standard deviation hardly varies.
            Assert.InRange(effects.StandardDeviation.HalfWidth, levels == 2 ? 0 : 0.001, 0.03);
        }
    }

    [Fact]
    public void The_interval_of_the_mean_effect_holds_the_true_one_as_often_as_stated()
    {
        // x₁(1 + x₂) + noise of a replication's own: the true mean effect of the first is 1.5.
        int held = 0;
        for (ulong seed = 0; seed < 200; seed++)
        {
            MorrisScreening screening = Of(
                s_unit, (x, replication) => x[0] * (1 + x[1] + Streams.Any((uint)((1000 * seed) + (ulong)replication)).NextNormal()), 12, seed, replications: 2);
            held += screening.Effects[0].Mean.Contains(1.5) ? 1 : 0;
        }

        Assert.InRange(held, 180, 200);
    }

    [Fact]
    public void Replications_are_averaged_and_trajectories_have_their_own()
    {
        // With five replications a trajectory the number 0 to 5 × 20 − 1 is met at every point of it, and nowhere else.
        List<int> met = [];
        Of(
            s_unit,
            (_, replication) =>
            {
                met.Add(replication);
                return 0;
            },
            20,
            1,
            replications: 5);
        Assert.Equal(Enumerable.Range(0, 100), met.Distinct().Order());
        Assert.All(met.GroupBy(replication => replication), group => Assert.Equal(3, group.Count()));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        MorrisScreening one = Of(s_unit, (x, r) => (x[0] * x[1]) + r, 10, 5, replications: 3);
        MorrisScreening three = Of(s_unit, (x, r) => (x[0] * x[1]) + r, 10, 5, replications: 3, threads: 3);
        Assert.Equal(one.Effects, three.Effects);
    }

    [Fact]
    public void An_odd_grid_and_a_single_trajectory_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => Of(s_unit, (_, _) => 0, 10, 1, levels: 5));
        Assert.StartsWith("levels: found 5; expected an even number, 2 or more.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(s_unit, (_, _) => 0, 1, 1));
    }

    private static MorrisScreening Of(
        ParameterRange[] parameters, Response response, int trajectories, ulong seed, int levels = 4, int replications = 1, int threads = 1) =>
        MorrisScreening.Of(parameters, response, trajectories, seed, levels, replications, threads: threads, cancellationToken: TestContext.Current.CancellationToken);
}
