using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>How much worse a prediction gets without a column.</summary>
public sealed class PermutationImportanceTests
{
    [Fact]
    public void The_column_that_matters_comes_out_and_the_others_do_not()
    {
        TreeEnsemble fit = BoostingDraws.Fit(BoostingDraws.Data(6000, 3, 71, Mean), new BoostingOptions { Rounds = 60 });
        PermutationImportance found = BoostingDraws.Importance(fit, BoostingDraws.Data(2000, 3, 72, Mean));
        Assert.True(found.IsComplete);
        Assert.Equal(["x0", "x1", "x2"], found.Columns.Select(column => column.Column));
        Assert.True(found.Columns[1].Increase.Lower > 0.3, $"{found.Columns[1]}");
        Assert.True(found.Columns[0].Increase.Upper < 0.05 && found.Columns[2].Increase.Upper < 0.05, $"{found.Columns[0]}, {found.Columns[2]}");

        static double Mean(double[] row) => row[1] > 0.5 ? 4 : 2;
    }

    [Fact]
    public void The_increase_of_squared_error_is_twice_the_variance_of_what_the_column_adds()
    {
        // y is the column itself; shuffled it is another row's: E(y − y′)² = 2 Var y.
        double[] x = [.. Enumerable.Range(0, 1000).Select(row => row < 500 ? 0.0 : 1.0)];
        TreeData data = new(["x"], [x], x);
        TreeEnsemble fit = BoostingDraws.Fit(data, BoostingDraws.OneTree(loss: BoostingLoss.SquaredError));
        PermutationImportance found = BoostingDraws.Importance(fit, data, repeats: 30);
        Assert.Equal(0, found.MeanDeviance, 1e-20);
        Interval increase = found.Columns.Single().Increase;
        Assert.True(increase.Contains(0.5) && increase.HalfWidth < 0.02, $"{increase}");
    }

    [Fact]
    public void A_column_s_shuffles_are_its_own_and_threads_change_nothing()
    {
        TreeEnsemble fit = BoostingDraws.Fit(BoostingDraws.Data(2000, 3, 73, row => 1 + row[0] + row[2]), new BoostingOptions { Rounds = 20 });
        TreeData fresh = BoostingDraws.Data(20_000, 3, 74, row => 1 + row[0] + row[2]);
        PermutationImportance one = BoostingDraws.Importance(fit, fresh, repeats: 3, threads: 1);
        Assert.Equal(one.Columns, BoostingDraws.Importance(fit, fresh, repeats: 3, threads: 2).Columns);
        Assert.NotEqual(one.Columns[0].Increase, BoostingDraws.Importance(fit, fresh, repeats: 3, seed: 1).Columns[0].Increase);
    }

    [Fact]
    public void Cancelled_work_shows_the_columns_done_and_says_that_some_are_missing()
    {
        TreeEnsemble fit = BoostingDraws.Fit(BoostingDraws.Data(500, 3, 75, row => 1 + row[0] + row[1] + row[2]), new BoostingOptions { Rounds = 20 });
        using CancellationTokenSource source = new();
        PermutationImportance found = PermutationImportance.Of(fit, BoostingDraws.Data(500, 3, 76, _ => 1), progress: new AfterFirst(source), cancellation: source.Token);
        Assert.False(found.IsComplete);
        Assert.Equal("x0", Assert.Single(found.Columns).Column);
    }

    private sealed class AfterFirst(CancellationTokenSource source) : IProgress<int>
    {
        public void Report(int value) => source.Cancel();
    }
}
