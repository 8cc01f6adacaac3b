using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class KimNelsonTests
{
    [Fact]
    public void A_small_selection_goes_as_worked_out_by_hand()
    {
        // Two systems, n0 = 3, so η = ½ (2α^(-1) - 1) with 2α = 0.1 is 4.5, and with δ = 1 the region after r observations is
        // 4.5 Q/r - ½, where Q is the sum of squares of the first three differences 2, 0, 1: 2. At r = 3 it is 2.5; differences of 2 and on
        // from there give means (3 + 2m)/(3 + m) against 9/(3 + m) - ½: 1.25 to 1.75 at r = 4, 1.4 to 1.3 at r = 5.
        double[][] values = [[5, 4, 6, 7, 7, 7], [3, 4, 5, 5, 5, 5]];
        SelectionResult result = KimNelson.Select(
            new TableSystems(values), new SelectionRequest { Objective = Objective.Largest, IndifferenceZone = 1, FirstStage = 3 }, cancellationToken: Token);
        Assert.Equal((0, 5, 10L), (result.Best, result.Stages, result.Observations));
        Assert.Equal((5, null), (result.Systems[0].Observations, result.Systems[0].EliminatedAt));
        Assert.Equal((5, 5), (result.Systems[1].Observations, result.Systems[1].EliminatedAt));
        Assert.Equal((5.8, 4.4), (result.Systems[0].Mean.Mean, result.Systems[1].Mean.Mean));
        Assert.Equal(Confidence.Mean([5, 4, 6, 7, 7]), result.Systems[0].Mean);

        // The same turned over, for the smallest.
        double[][] turned = [.. values.Select(row => row.Select(value => -value).ToArray())];
        SelectionResult smallest = KimNelson.Select(
            new TableSystems(turned), new SelectionRequest { Objective = Objective.Smallest, IndifferenceZone = 1, FirstStage = 3 }, cancellationToken: Token);
        Assert.Equal((0, 5, -5.8), (smallest.Best, smallest.Stages, smallest.Systems[0].Mean.Mean));
    }

    [Fact]
    public void Variances_that_are_renewed_end_the_same_selection_as_worked_out_by_hand()
    {
        // As above, but at r = 4 there are three degrees of freedom, so η = ½ (0.1^(-2/3) - 1) = 1.8208, and Q = 2.75, about the mean of
        // 2, 0, 1, 2: the region is 1.8208 * 2.75/4 - ½ = 0.752, and the mean difference, 1.25, is beyond.
        double[][] values = [[5, 4, 6, 7, 7, 7], [3, 4, 5, 5, 5, 5]];
        SelectionResult result = KimNelsonPlusPlus.Select(
            new TableSystems(values), new SelectionRequest { Objective = Objective.Largest, IndifferenceZone = 1, FirstStage = 3 }, cancellationToken: Token);
        Assert.Equal((0, 4, 8L), (result.Best, result.Stages, result.Observations));
        Assert.True(result.Guarantee!.IsAsymptotic);
    }

    [Fact]
    public void Systems_that_are_always_equal_end_in_a_tie_won_by_the_first()
    {
        double[] row = [1, 2, 3, 4, 5];
        double[] worse = [0, 1, 2, 3, 4];
        SelectionRequest request = new() { Objective = Objective.Largest, IndifferenceZone = 1, FirstStage = 3 };
        foreach (SelectionResult result in new[]
        {
            KimNelson.Select(new TableSystems([worse, row, row]), request, cancellationToken: Token),
            KimNelsonPlusPlus.Select(new TableSystems([worse, row, row]), request, cancellationToken: Token),
            KnockoutTournament.Select(new TableSystems([worse, row, row]), request with { FirstStage = 2 }, cancellationToken: Token),
        })
        {
            Assert.Equal(1, result.Best);
            Assert.Null(result.Systems[1].EliminatedAt);
            Assert.NotNull(result.Systems[2].EliminatedAt);
        }
    }

    [Fact]
    public void Batches_and_threads_of_the_sampler_do_not_matter()
    {
        double[] means = NormalSystems.Slippage(17, 0.3, 5);
        SelectionRequest request = new() { Objective = Objective.Largest, IndifferenceZone = 0.3, FirstStage = 10 };
        Func<NormalSystems, SelectionResult>[] procedures =
        [
            systems => KimNelson.Select(systems, request, cancellationToken: Token),
            systems => KimNelsonPlusPlus.Select(systems, request, cancellationToken: Token),
            systems => KnockoutTournament.Select(systems, request, seedReplications: 3, cancellationToken: Token),
            systems => OptimalBudgetAllocation.Select(
                systems, new BudgetRequest { Objective = Objective.Largest, Budget = 1000 }, cancellationToken: Token),
        ];
        foreach (Func<NormalSystems, SelectionResult> procedure in procedures)
        {
            SelectionResult plain = procedure(new NormalSystems(means, 5, 0.5));
            foreach ((int threads, int partSize) in new[] { (1, 1), (2, 3), (4, 16) })
            {
                SelectionResult other = procedure(new NormalSystems(means, 5, 0.5, threads, partSize));
                Assert.Equal(
                    (plain.Best, plain.Stages, plain.Observations, plain.Guarantee),
                    (other.Best, other.Stages, other.Observations, other.Guarantee));
                Assert.Equal<SystemEvidence>(plain.Systems, other.Systems);
            }
        }
    }

    [Fact]
    public void Common_random_numbers_lessen_the_effort()
    {
        double[] means = NormalSystems.Slippage(20, 0.25, 7);
        SelectionRequest request = new() { Objective = Objective.Largest, IndifferenceZone = 0.25, FirstStage = 24 };
        SelectionResult apart = KimNelson.Select(new NormalSystems(means, 11), request, cancellationToken: Token);
        SelectionResult together = KimNelson.Select(new NormalSystems(means, 11, 0.9), request, cancellationToken: Token);
        Assert.Equal(7, together.Best);
        Assert.True(apart.Observations > 3 * together.Observations, $"{apart.Observations} and {together.Observations}");
    }

    [Fact]
    public void The_guarantee_is_given_in_words()
    {
        SelectionGuarantee guarantee = new(0.95, 0.25, Objective.Smallest, 3, IsAsymptotic: true);
        Assert.Equal(
            "Among 3 systems, the one with the smallest mean is selected with a probability of at least 0.95 in the limit of small indifference zones, if every other mean is worse by 0.25 or more and observations are normal and independent between replications.",
            guarantee.Statement);
    }

    [Fact]
    public void Progress_counts_up_and_a_cancelled_selection_ends()
    {
        SelectionRequest request = new() { Objective = Objective.Largest, IndifferenceZone = 0.01, FirstStage = 5 };
        NormalSystems systems = new([0, 0, 0], 1);
        using CancellationTokenSource source = new();
        Told told = new(progress =>
        {
            if (progress.Stage == 9)
            {
                source.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => KimNelson.Select(systems, request, told, source.Token));
        Assert.Equal([5, 6, 7, 8, 9], told.Seen.Select(progress => progress.Stage));
        Assert.Equal(new SelectionProgress(9, 3, 27), told.Seen[^1]);
        Assert.Throws<OperationCanceledException>(() => KnockoutTournament.Select(systems, request, cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => OptimalBudgetAllocation.Select(
            systems, new BudgetRequest { Objective = Objective.Largest, Budget = 100 }, cancellationToken: source.Token));
    }

    [Fact]
    public void What_cannot_be_selected_is_refused()
    {
        SelectionRequest fine = new() { Objective = Objective.Largest, IndifferenceZone = 1 };
        Refused("sampler.SystemCount: found 1; expected two or more", fine, 1);
        Refused("confidence: found 0; expected a number between 0 and 1, exclusive", fine with { Confidence = 0 }, 2);
        Refused("confidence: found 1; expected a number between 0 and 1, exclusive", fine with { Confidence = 1 }, 2);
        Refused("confidence: found 0.25; expected more than 1/3", fine with { Confidence = 0.25 }, 3);
        Refused("IndifferenceZone: found 0; expected a finite number above zero", fine with { IndifferenceZone = 0 }, 2);
        Refused("FirstStage: found 1; expected two observations or more", fine with { FirstStage = 1 }, 2);
        Refused("objective: found 7; expected smallest (0) or largest (1)", fine with { Objective = (Objective)7 }, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => KnockoutTournament.Select(new NormalSystems([0, 1], 1), fine, -1, cancellationToken: Token));
        ArgumentException many = Assert.Throws<ArgumentException>(() => KimNelson.Select(new NormalSystems(new double[20_001], 1), fine, cancellationToken: Token));
        Assert.StartsWith("sampler: found 20001 systems; expected at most 20000", many.Message, StringComparison.Ordinal);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => KimNelson.Select(new TableSystems([[1, double.NaN], [1, 2]]), fine with { FirstStage = 2 }, cancellationToken: Token));
        Assert.Equal("Sampler: found NaN for system 0 in replication 1; expected a finite number.", error.Message);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void Refused(string start, SelectionRequest request, int systems)
    {
        foreach (Func<object> call in new Func<object>[]
        {
            () => KimNelson.Select(new NormalSystems(new double[systems], 1), request, cancellationToken: Token),
            () => KimNelsonPlusPlus.Select(new NormalSystems(new double[systems], 1), request, cancellationToken: Token),
            () => KnockoutTournament.Select(new NormalSystems(new double[systems], 1), request, cancellationToken: Token),
        })
        {
            Assert.StartsWith(start, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);
        }
    }

    private sealed class Told(Action<SelectionProgress> heard) : IProgress<SelectionProgress>
    {
        public List<SelectionProgress> Seen { get; } = [];

        public void Report(SelectionProgress value)
        {
            Seen.Add(value);
            heard(value);
        }
    }
}
