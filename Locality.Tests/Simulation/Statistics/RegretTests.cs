using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class RegretTests
{
    // Costs of three systems in four futures; the best are 2, 1, 5 and 4.
    private static readonly double[][] s_costs = [[2, 6, 5, 4], [3, 1, 9, 4], [4, 3, 6, 5]];

    [Fact]
    public void Regrets_are_measured_against_the_best_of_each_future()
    {
        Regret regret = Regret.Of(s_costs, BetterDirection.Lower);
        Assert.Equal([[0, 5, 0, 0], [1, 0, 4, 0], [2, 2, 1, 1]], regret.ByFuture.Select(row => row.ToArray()));
        Assert.Equal([1.25, 1.25, 1.5], regret.Mean);

        // The system that is never best has the least worst regret.
        Assert.Equal([5.0, 4, 2], regret.Worst);
        Assert.Equal([0.75, 0.5, 0], regret.ShareBest);
    }

    [Fact]
    public void Where_more_is_better_the_greatest_value_has_no_regret()
    {
        Regret regret = Regret.Of(s_costs.Select(row => row.Select(cost => -cost).ToArray()).ToArray(), BetterDirection.Higher);
        Assert.Equal([[0, 5, 0, 0], [1, 0, 4, 0], [2, 2, 1, 1]], regret.ByFuture.Select(row => row.ToArray()));
        Assert.Equal([1.0, 1.0, 0.0], Regret.Of([[7], [7], [3]], BetterDirection.Higher).ShareBest);
    }

    [Fact]
    public void Contradictory_tables_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Regret.Of([[1, 2], [3]], BetterDirection.Lower));
        Assert.StartsWith("values[1]: found 1 futures; expected 2", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => Regret.Of([[]], BetterDirection.Lower));
        Assert.StartsWith("values: found no system or no futures;", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Regret.Of([[1]], (BetterDirection)2));
    }
}
