using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>When boosting stops, and that chance and threads do not decide what they should not.</summary>
public sealed class BoostingStoppingTests
{
    [Theory]
    [InlineData(41, 800)]
    [InlineData(42, 3000)]
    [InlineData(43, 20_000)]
    public void On_noise_the_defaults_predict_fresh_counts_no_worse_than_the_constant(uint seed, int rows)
    {
        TreeData noise = BoostingDraws.Data(rows, 10, seed, _ => 3);
        TreeEnsemble fit = BoostingDraws.Fit(noise);
        TreeData fresh = BoostingDraws.Data(20_000, 10, seed + 100, _ => 3);
        TreeEnsemble constant = new(fit.Columns, fit.Loss, null, fit.Origin, []);
        Assert.Equal(BoostingEnd.Patience, fit.End);
        Assert.True(fit.MeanDeviance(fresh) <= 1.02 * constant.MeanDeviance(fresh), $"{fit.MeanDeviance(fresh)} against {constant.MeanDeviance(fresh)}");
    }

    [Theory]
    [InlineData(44)]
    [InlineData(45)]
    [InlineData(46)]
    public void On_noise_few_trees_are_kept(uint seed)
    {
        TreeData noise = BoostingDraws.Data(4000, 8, seed, _ => 2);
        TreeEnsemble fit = BoostingDraws.Fit(noise, new BoostingOptions { ValidationShare = 0.25, Patience = 20, Rounds = 500 });
        Assert.Equal(BoostingEnd.Patience, fit.End);
        Assert.InRange(fit.Trees.Length, 0, 10);
        Assert.Equal(fit.Trees.Length + 21, fit.ValidationLosses.Length);

        // What is kept is what predicted the rows set aside best.
        Assert.Equal(fit.Trees.Length, fit.ValidationLosses.IndexOf(fit.ValidationLosses.Min()));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        // More rows than a part of the work holds, so that the threads do share it.
        TreeData data = BoostingDraws.Data(45_000, 7, 47, row => 1 + (2 * BoostingDraws.Known(row[0])) + (row[1] > 0.5 ? BoostingDraws.Known(row[2]) : 0), dispersion: 0.3, missing: 0.1);
        foreach (BoostingLoss loss in new[] { BoostingLoss.Poisson, BoostingLoss.NegativeBinomial, BoostingLoss.SquaredError })
        {
            BoostingOptions options = new() { Loss = loss, Rounds = 10, RowShare = 0.6, ColumnShare = 0.7, ValidationShare = 0.2, MaximumDepth = 5 };
            string[] fits = [.. Enumerable.Range(1, 2).Select(threads => TreeEnsembleJson.Write(BoostingDraws.Fit(data, options, threads)))];
            Assert.Equal(fits[0], fits[1]);
        }
    }

    [Fact]
    public void Another_seed_draws_other_rows()
    {
        TreeData data = BoostingDraws.Data(2000, 4, 48, row => 1 + row[0]);
        BoostingOptions options = new() { Rounds = 5, RowShare = 0.5 };
        Assert.NotEqual(TreeEnsembleJson.Write(BoostingDraws.Fit(data, options)), TreeEnsembleJson.Write(BoostingDraws.Fit(data, options with { Seed = 1 })));
    }

    [Fact]
    public void A_round_uses_its_share_of_the_columns()
    {
        TreeData data = BoostingDraws.Data(2000, 6, 51, row => 1 + row.Sum());
        TreeEnsemble fit = BoostingDraws.Fit(data, new BoostingOptions { Rounds = 60, ColumnShare = 1.0 / 3, MaximumDepth = 4 });
        int[][] used = [.. fit.Trees.Select(tree => (int[])[.. tree.Nodes.Where(node => node.Split is not null).Select(node => node.Split!.Column).Distinct()])];
        Assert.Equal(60, used.Length);
        Assert.All(used, columns => Assert.InRange(columns.Length, 1, 2));
        Assert.Equal(6, used.SelectMany(columns => columns).Distinct().Count());
    }

    [Fact]
    public void The_rows_of_a_group_are_on_one_side()
    {
        int[] groups = [.. Enumerable.Range(0, 900).Select(row => row * 7 % 60)];
        double[][] values = BoostingDraws.Values(900, 1, 49);
        ValidationSplit split = ValidationSplit.Of(new TreeData(["x"], values, new double[900], groups: groups), new BoostingOptions { ValidationShare = 0.3 });
        int[] aside = [.. split.Validation.Select(row => groups[row]).Distinct()];
        Assert.Equal(18, aside.Length);
        Assert.Empty(aside.Intersect(split.Training.Select(row => groups[row])));
        Assert.Equal(Enumerable.Range(0, 900), split.Training.Concat(split.Validation).Order());

        // In their order, with no group and with one.
        Assert.Equal(split.Training.Order(), split.Training);
        ValidationSplit single = ValidationSplit.Of(new TreeData(["x"], values, new double[900]), new BoostingOptions { ValidationShare = 0.3 });
        Assert.Equal(270, single.Validation.Length);
        Assert.Equal(single.Training.Order(), single.Training);
        Assert.Equal(Enumerable.Range(0, 900), single.Training.Concat(single.Validation).Order());
    }

    [Fact]
    public void About_the_share_of_the_rows_is_drawn_and_a_row_s_draw_is_its_own()
    {
        int[] all = [.. Enumerable.Range(0, 50_000)];
        HashSet<int> first = Drawn(all);

        // 0.4 × 50,000 with a standard deviation of 110.
        Assert.InRange(first.Count, 19_500, 20_500);
        int[] some = [.. all.Where(row => row % 3 != 1)];
        Assert.Equal(first.Where(row => row % 3 != 1).Order(), Drawn(some).Order());

        static HashSet<int> Drawn(int[] training)
        {
            RowSample sample = new(training, 50_000, new FixedChunks(1));
            sample.Draw(new Simulation.RandomStreams(5, 0), 3, 0.4, _ => default);
            return [.. sample.Rows.Take(sample.Count)];
        }
    }

    [Fact]
    public void A_cancelled_fit_returns_the_trees_it_has_and_says_so()
    {
        TreeData data = BoostingDraws.Data(500, 2, 50, row => 1 + (4 * row[0]));
        using CancellationTokenSource source = new();
        TreeEnsemble fit = BoostedTrees.Fit(data, new BoostingOptions { Rounds = 100 }, progress: new At(7, source), cancellation: source.Token);
        Assert.Equal(BoostingEnd.Cancelled, fit.End);
        Assert.Equal(7, fit.Trees.Length);
        TreeEnsemble whole = BoostedTrees.Fit(data, new BoostingOptions { Rounds = 7 }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(whole.Link(0.3, 0.4), fit.Link(0.3, 0.4));
    }

    private sealed class At(int round, CancellationTokenSource source) : IProgress<BoostingProgress>
    {
        public void Report(BoostingProgress value)
        {
            if (value.Round == round)
            {
                source.Cancel();
            }
        }
    }
}
