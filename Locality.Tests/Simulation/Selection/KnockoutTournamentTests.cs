using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class KnockoutTournamentTests
{
    // What all systems have in common is gone from the differences, so each match ends with its first stage.
    private static readonly double[][] s_five = [Row(5), Row(1), Row(4), Row(3), Row(2)];
    private static readonly SelectionRequest s_request = new() { Objective = Objective.Largest, IndifferenceZone = 0.5, FirstStage = 4 };

    [Fact]
    public void Neighbours_meet_and_the_last_of_an_odd_number_goes_on()
    {
        TableSystems systems = new(s_five);
        SelectionResult result = KnockoutTournament.Select(systems, s_request, cancellationToken: TestContext.Current.CancellationToken);

        // 0 beats 1, 2 beats 3, 4 goes on; 0 beats 2, 4 goes on; 0 beats 4.
        Assert.Equal((0, 3, 32L), (result.Best, result.Stages, result.Observations));
        Assert.Equal([null, 1, 2, 1, 3], result.Systems.Select(system => system.EliminatedAt));
        Assert.Equal([12, 4, 8, 4, 4], result.Systems.Select(system => system.Observations));
        Assert.False(result.Guarantee!.IsAsymptotic);

        // Each round has replications of its own.
        Assert.Equal(systems.Asked.Count, systems.Asked.Distinct().Count());
        Assert.Equal([8, 9, 10, 11], systems.Asked.Where(asked => asked.System == 4).Select(asked => asked.Replication));
    }

    [Fact]
    public void Seeded_the_best_meet_the_worst_and_the_first_of_an_odd_number_goes_on()
    {
        TableSystems systems = new(s_five);
        SelectionResult result = KnockoutTournament.Select(systems, s_request, seedReplications: 2, cancellationToken: TestContext.Current.CancellationToken);

        // By seeds 0, 2, 3, 4, 1: 0 goes on, 2 beats 1, 3 beats 4; 0 goes on, 2 beats 3; 0 beats 2.
        Assert.Equal((0, 3), (result.Best, result.Stages));
        Assert.Equal([null, 1, 3, 2, 1], result.Systems.Select(system => system.EliminatedAt));
        Assert.Equal([6, 6, 14, 10, 6], result.Systems.Select(system => system.Observations));
        Assert.Equal(systems.Asked.Count, systems.Asked.Distinct().Count());
        Assert.Equal(2, systems.Asked.Where(asked => asked.System == 2).Skip(2).Min(asked => asked.Replication));
    }

    [Fact]
    public void A_match_of_two_is_the_procedure_of_Kim_and_Nelson_with_half_the_error()
    {
        // One round, which has α/2; the replications are numbered from 0 in both.
        for (ulong seed = 0; seed < 20; seed++)
        {
            NormalSystems systems = new([0, 0.25], seed, 0.3);
            SelectionRequest request = new() { Objective = Objective.Largest, IndifferenceZone = 0.25, FirstStage = 12, Confidence = 0.9 };
            SelectionResult tournament = KnockoutTournament.Select(systems, request, cancellationToken: TestContext.Current.CancellationToken);
            SelectionResult match = KimNelson.Select(systems, request with { Confidence = 0.95 }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal((match.Best, match.Observations), (tournament.Best, tournament.Observations));
        }
    }

    [Fact]
    public void The_effort_grows_in_proportion_to_the_number_of_systems()
    {
        double small = PerSystem(1 << 10);
        double large = PerSystem(1 << 13);
        Assert.InRange(large, 0.85 * small, 1.15 * small);

        static double PerSystem(int systems)
        {
            double[] means = NormalSystems.Slippage(systems, 1, systems / 3);
            SelectionResult result = KnockoutTournament.Select(
                new NormalSystems(means, 3, 0.5),
                new SelectionRequest { Objective = Objective.Largest, IndifferenceZone = 1, FirstStage = 10 },
                cancellationToken: TestContext.Current.CancellationToken);
            return (double)result.Observations / systems;
        }
    }

    private static double[] Row(double mean) => [.. Enumerable.Range(0, 40).Select(replication => mean + (replication * 7 % 5))];
}
