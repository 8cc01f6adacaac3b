using System.Globalization;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>How often the best system is selected where that is hardest: all others equal, and worse by just the indifference zone.</summary>
public sealed class CorrectSelectionTests(ITestOutputHelper output)
{
    private const double Zone = 0.25;

    // Of 200 selections at 95 %, 190 are right on average; five standard deviations of 3.1 below are 175.
    private const int SelectionsOfFew = 200;
    private const int LeastOfFew = 175;

    private static readonly SelectionRequest s_request = new() { Objective = Objective.Largest, IndifferenceZone = Zone, FirstStage = 24 };

    [Fact]
    public void Kim_and_Nelson_select_the_best_of_ten_as_often_as_they_say() =>
        Assert.InRange(Correct(10, 0, SelectionsOfFew, (systems, token) => KimNelson.Select(systems, s_request, cancellationToken: token)), LeastOfFew, SelectionsOfFew);

    [Fact]
    public void Kim_and_Nelson_with_variances_renewed_select_the_best_of_ten_as_often_as_they_say() =>
        Assert.InRange(
            Correct(10, 0, SelectionsOfFew, (systems, token) => KimNelsonPlusPlus.Select(systems, s_request, cancellationToken: token)), LeastOfFew, SelectionsOfFew);

    [Fact]
    public void The_tournament_selects_the_best_of_ten_as_often_as_it_says() =>
        Assert.InRange(
            Correct(10, 0.5, SelectionsOfFew, (systems, token) => KnockoutTournament.Select(systems, s_request, 5, cancellationToken: token)),
            LeastOfFew,
            SelectionsOfFew);

    // Of 1,000 at 95 %, 950 are right on average; two standard deviations of 6.9 below are 936.
    [Fact]
    [Trait("Needs", "Hours")]
    public void Kim_and_Nelson_select_the_best_of_a_hundred_in_936_of_1000() =>
        Assert.InRange(Correct(100, 0, 1000, (systems, token) => KimNelson.Select(systems, s_request, cancellationToken: token)), 936, 1000);

    [Fact]
    [Trait("Needs", "Hours")]
    public void The_tournament_selects_the_best_of_a_hundred_in_936_of_1000() =>
        Assert.InRange(Correct(100, 0, 1000, (systems, token) => KnockoutTournament.Select(systems, s_request, cancellationToken: token)), 936, 1000);

    [Fact]
    [Trait("Needs", "Hours")]
    public void The_seeded_tournament_selects_the_best_of_a_hundred_in_936_of_1000_under_common_random_numbers() =>
        Assert.InRange(Correct(100, 0.5, 1000, (systems, token) => KnockoutTournament.Select(systems, s_request, 5, cancellationToken: token)), 936, 1000);

    private int Correct(int systems, double correlation, int selections, Func<NormalSystems, CancellationToken, SelectionResult> select)
    {
        int best = systems / 3;
        double[] means = NormalSystems.Slippage(systems, Zone, best);
        SelectionResult[] results = ReplicationRunner.Run(
            selections,
            threads: 2,
            (selection, token) => select(new NormalSystems(means, (ulong)(1000 + selection), correlation), token),
            cancellationToken: TestContext.Current.CancellationToken);
        int correct = results.Count(result => result.Best == best);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{correct} of {selections} correct, {results.Average(result => (double)result.Observations / systems):F1} observations a system"));
        return correct;
    }
}
