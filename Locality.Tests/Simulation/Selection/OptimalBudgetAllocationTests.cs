using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class OptimalBudgetAllocationTests(ITestOutputHelper output)
{
    [Fact]
    public void Fractions_are_as_worked_out_by_hand()
    {
        // The best is system 0; leads 1 and 2: N1 : N2 = 1/1 : 16/4 = 1 : 4, and N0 = 2 √(1²/1 + 4²/16) = 2 √2.
        double whole = 5 + (2 * Math.Sqrt(2));
        double[] expected = [2 * Math.Sqrt(2) / whole, 1 / whole, 4 / whole];
        Close(expected, OptimalBudgetAllocation.Fractions([0, 1, 2], [4, 1, 16], Objective.Smallest).AsSpan());
        Close(expected, OptimalBudgetAllocation.Fractions([0, -1, -2], [4, 1, 16], Objective.Largest).AsSpan());

        // Two systems share as their standard deviations do, whatever the lead.
        Close([0.25, 0.75], OptimalBudgetAllocation.Fractions([7, 7.001], [1, 9], Objective.Smallest).AsSpan());

        // The limit of a tie; nothing varies; the best alone does not vary.
        Close([0.5, 0.5, 0], OptimalBudgetAllocation.Fractions([0, 0, 1], [1, 1, 1], Objective.Smallest).AsSpan());
        Close([0.5, 0.5], OptimalBudgetAllocation.Fractions([0, 1], [0, 0], Objective.Smallest).AsSpan());
        Close([0, 0.5, 0.5], OptimalBudgetAllocation.Fractions([0, 1, 2], [0, 1, 4], Objective.Smallest).AsSpan());
    }

    [Fact]
    public void The_approximate_probability_is_Bonferronis_bound()
    {
        // One lead of one standard error, then two of them: 1 - Φ(-1) and 1 - 2 Φ(-1), Φ(-1) = 0.158655254.
        Assert.Equal(0.841344746, OptimalBudgetAllocation.ApproximateProbability([0, 1], [1, 1], [2, 2], Objective.Smallest), 1e-9);
        Assert.Equal(0.682689492, OptimalBudgetAllocation.ApproximateProbability([0, 1, 1], [1, 1, 1], [2, 2, 2], Objective.Smallest), 1e-9);
        Assert.Equal(0.5, OptimalBudgetAllocation.ApproximateProbability([3, 3], [0, 0], [2, 2], Objective.Largest));
    }

    [Fact]
    public void An_increment_goes_to_who_lacks_most_in_whole_observations()
    {
        // Of 40 in all the shares are 20, 10, 10; lacking 10, 0, 5; of ten: 6.67, 0, 3.33.
        Assert.Equal([7, 0, 3], OptimalBudgetAllocation.Apportion([0.5, 0.25, 0.25], [10, 15, 5], 10));
        Assert.Equal([1, 0], OptimalBudgetAllocation.Apportion([0.5, 0.5], [10, 10], 1));
    }

    [Fact]
    public void The_budget_is_spent_to_the_last_observation_and_mostly_where_it_is_hard_to_tell()
    {
        BudgetRequest request = new() { Objective = Objective.Largest, Budget = 1003, FirstStage = 10, Increment = 50 };
        SelectionResult result = OptimalBudgetAllocation.Select(
            new NormalSystems([0, 2, 1.6, 0, 0], 3), request, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((1, 1003L, 20), (result.Best, result.Observations, result.Stages));
        Assert.Equal(1003, result.Systems.Sum(system => system.Observations));
        Assert.True(result.Systems[1].Observations + result.Systems[2].Observations > 700);
        Assert.Null(result.Guarantee);
        Assert.All(result.Systems, system => Assert.Null(system.EliminatedAt));
    }

    [Fact]
    public void More_selections_are_right_than_with_equal_shares_of_the_same_budget()
    {
        // Ten means one step apart and a standard deviation of six steps, the example of Chen and others (2000); 600 observations.
        double[] means = [.. Enumerable.Range(0, 10).Select(i => -i / 6.0)];
        int optimal = 0;
        int equal = 0;
        for (int selection = 0; selection < 300; selection++)
        {
            NormalSystems systems = new(means, (ulong)selection);
            BudgetRequest request = new() { Objective = Objective.Largest, Budget = 600 };
            optimal += OptimalBudgetAllocation.Select(systems, request, cancellationToken: TestContext.Current.CancellationToken).Best == 0 ? 1 : 0;
            equal += OptimalBudgetAllocation.Select(systems, request with { FirstStage = 60 }, cancellationToken: TestContext.Current.CancellationToken).Best == 0 ? 1 : 0;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{optimal} of 300 correct, {equal} with equal shares"));
        Assert.True(optimal >= equal + 15, $"{optimal} and {equal}");
    }

    [Fact]
    public void An_impossible_budget_is_refused()
    {
        BudgetRequest fine = new() { Objective = Objective.Largest, Budget = 100 };
        Refused("Budget: found -1; expected 20 or more, 10 observations for each of 2 systems", fine with { Budget = -1 }, 2);
        Refused("Budget: found 100; expected 110 or more", fine, 11);
        Refused("FirstStage: found 1; expected two", fine with { FirstStage = 1 }, 2);
        Refused("sampler.SystemCount: found 1", fine, 1);
        Refused("Level: found 1", fine with { Level = 1 }, 2);
        Refused("Increment: found 0; expected one observation or more", fine with { Increment = 0 }, 2);
        Assert.Throws<ArgumentException>(() => OptimalBudgetAllocation.Fractions([1, 2], [1], Objective.Largest));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptimalBudgetAllocation.Fractions([1, 2], [1, -1], Objective.Largest));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptimalBudgetAllocation.Fractions([1], [1], Objective.Largest));
        Assert.Throws<ArgumentException>(() => OptimalBudgetAllocation.ApproximateProbability([1, 2], [1, 1], [1], Objective.Largest));
    }

    private static void Close(double[] expected, ReadOnlySpan<double> found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 1e-12);
        }
    }

    private static void Refused(string start, BudgetRequest request, int systems) =>
        Assert.StartsWith(
            start,
            Assert.Throws<ArgumentOutOfRangeException>(
                () => OptimalBudgetAllocation.Select(new NormalSystems(new double[systems], 1), request, cancellationToken: TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
}
