using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Chooses among structures with a stated probability of being right, and ranks them.</summary>
/// <remarks>
/// The choice is by procedure KN (Kim and Nelson 2001; see <see cref="KimNelson"/>) in the same futures for all, or by another <see cref="RankingMethod"/>. Each other structure is then
/// compared with the best by paired t-intervals at the level of Bonferroni for all pairs of structures: they hold at once whichever is
/// the best and however unlike the variances of differences are. Ties and the Pareto set are named as such.
/// </remarks>
public static class RankingExperiment
{
    // What counts for the Pareto set besides the measure of the ranking: less than this is no difference.
    private static readonly (Measure Measure, double Tolerance)[] Criteria =
    [
        (Measure.WaitToAllocation, 1.4), (Measure.CaseloadSpread, 1), (Measure.ThreeWorkers, 0.5), (Measure.TravelShare, 0.5), (Measure.Cost, 10), (Measure.SetUpCost, 10),
    ];

    /// <summary>Ranks structures. The results are the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structures">The structures, two or more with different ids: the scenario's own or others over the same place, such as <see cref="CandidateGroupings"/>.</param>
    /// <param name="ranking">What is asked; absent means the mean wait, within a working day.</param>
    /// <param name="plan">How long, and from which seed; its number of futures is not used. Absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures simulated, over all structures.</param>
    /// <param name="cancellation">Stops the run. What every structure has finished by then is ranked, if that is two futures or more.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="ArgumentException">There are fewer than two structures, or two with one id; or an uncertain figure cannot be drawn.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure of the plans is out of range, or structures cannot be ranked by the measure.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before every structure had met two futures.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static StructureRanking Rank(
        Scenario scenario,
        IReadOnlyList<Structure> structures,
        RankingPlan? ranking = null,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structures);
        RankingPlan asked = Checked(ranking ?? new RankingPlan());
        RunPlan used = Experiment.Checked(plan ?? scenario.Plan);
        UncertainFigures.Checked(scenario);
        if (structures.Count < 2 || structures.Select(structure => structure.Id).Distinct(StringComparer.Ordinal).Count() != structures.Count)
        {
            throw new ArgumentException("Expected two structures or more, each once.", nameof(structures));
        }

        OutcomeBasis[] outcomes = [.. structures.Select(structure => new OutcomeBasis(new StructureBasis(scenario, structure, scenario.Budget.FreedMoney, used.Years), used))];
        FutureSampler sampler = new(outcomes, used, asked, threads ?? Environment.ProcessorCount, progress, cancellation);
        SelectionResult? selection = null;
        RankingEnd end = RankingEnd.Chosen;
        try
        {
            selection = Select(sampler, asked, cancellation);
            MeetFirstFutures(sampler, asked.FirstStage);
            end = asked.Method == RankingMethod.BudgetAllocation ? RankingEnd.BudgetSpent : RankingEnd.Chosen;
        }
        catch (FuturesSpentException)
        {
            end = RankingEnd.FuturesSpent;
        }
        catch (OperationCanceledException) when (sampler.Common >= 2)
        {
            end = RankingEnd.Stopped;
        }

        return new StructureRanking
        {
            Scenario = scenario,
            Plan = used,
            Ranking = asked,
            Candidates = Candidates(scenario, outcomes, asked, used, sampler, selection),
            CommonFutures = sampler.Common,
            Simulated = sampler.Simulated,
            Guarantee = selection?.Guarantee,
            End = end,
        };
    }

    private static SelectionResult Select(FutureSampler sampler, RankingPlan asked, CancellationToken cancellation)
    {
        if (asked.Budget is { } budget)
        {
            return OptimalBudgetAllocation.Select(
                sampler,
                new BudgetRequest { Objective = ObjectiveOf(asked.Measure), Budget = budget, FirstStage = asked.FirstStage },
                progress: null,
                cancellation);
        }

        SelectionRequest request = new()
        {
            Objective = ObjectiveOf(asked.Measure),
            IndifferenceZone = asked.IndifferenceZone,
            Confidence = asked.Confidence,
            FirstStage = asked.FirstStage,
        };
        return asked.Method switch
        {
            RankingMethod.Tournament => KnockoutTournament.Select(sampler, request, seedReplications: 0, progress: null, cancellation),
            RankingMethod.KimNelsonPlusPlus => KimNelsonPlusPlus.Select(sampler, request, progress: null, cancellation),
            _ => KimNelson.Select(sampler, request, progress: null, cancellation),
        };
    }

    /// <summary>Lets every structure meet the first futures: in a tournament one may have gone on without a match, and a table needs futures in common.</summary>
    private static void MeetFirstFutures(FutureSampler sampler, int futures)
    {
        SystemReplication[] first = [.. from future in Enumerable.Range(0, futures) from system in Enumerable.Range(0, sampler.SystemCount) select new SystemReplication(system, future)];
        sampler.Sample(first, new double[first.Length]);
    }

    private static ImmutableArray<RankedStructure> Candidates(
        Scenario scenario, OutcomeBasis[] outcomes, RankingPlan asked, RunPlan plan, FutureSampler sampler, SelectionResult? selection)
    {
        int common = sampler.Common;
        StructureResult[] results = [.. outcomes.Select((outcome, index) => Summary.Of(outcome, scenario.Budget.FreedMoney, sampler.First(index, common)))];
        double[][] values = [.. results.Select(result => result.FuturesOf(asked.Measure).OfType<double>().ToArray())];
        Objective objective = ObjectiveOf(asked.Measure);
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(index => objective == Objective.Smallest ? values[index].Average() : -values[index].Average())];
        int best = selection?.Best ?? order[0];
        int second = order.First(index => index != best);
        double level = 1 - ((1 - asked.Confidence) / (values.Length * (values.Length - 1) / 2.0));
        Interval[] lessBest = [.. values.Select((own, index) => PairedDifference.Of(values[index == best ? second : best], own, level).Mean)];
        ImmutableArray<double> probabilities = ProbabilityOfBest.Of(values, objective, commonRandomNumbers: true, new RandomStreams(plan.Seed, 0), Purposes.Resample);
        double[] moved = [.. outcomes.Select(outcome => Disruption.ChildrenMoved(scenario, outcome.Basis.Structure))];
        ParetoSet pareto = ParetoOf(results, moved);
        return [.. order.OrderBy(index => index == best ? 0 : 1)
            .Select((index, place) => new RankedStructure
            {
                Rank = place + 1,
                Result = results[index],
                LessBest = lessBest[index],
                ProbabilityBest = probabilities[index],
                IsTied = index != best && lessBest[index] is { Lower: <= 0, Upper: >= 0 } && Math.Abs(lessBest[index].Mean) <= asked.IndifferenceZone,
                IsWithinZone = Behind(lessBest[index], objective) <= asked.IndifferenceZone,
                DominatedBy = pareto.Members.Contains(index) ? [] : [.. pareto.DominatedBy[index].Select(other => results[other].Structure.Name)],
                IsInParetoSet = pareto.Members.Contains(index),
                ChildrenMoved = moved[index],
                Futures = selection?.Systems[index].Observations ?? common,
            })];
    }

    private static ParetoSet ParetoOf(StructureResult[] results, double[] moved)
    {
        // What a measure says of no structure tells none apart.
        (Measure Measure, double Tolerance)[] known = [.. Criteria.Where(item => Array.TrueForAll(results, result => result.Of(item.Measure).Mean is not null))];
        return ParetoSet.Of(
            [.. results.Select((result, index) => known.Select(item => result.Of(item.Measure).Mean!.Value).Append(moved[index]).ToArray())],
            [.. known.Select(_ => BetterDirection.Lower).Append(BetterDirection.Lower)],
            [.. known.Select(item => item.Tolerance).Append(0)]);
    }

    /// <summary>Returns by how much a structure may be worse than the best of the others, at the far end of its interval.</summary>
    private static double Behind(Interval lessBest, Objective objective) => objective == Objective.Smallest ? lessBest.Upper : -lessBest.Lower;

    private static Objective ObjectiveOf(Measure measure) => measure.Better == BetterWhen.Higher ? Objective.Largest : Objective.Smallest;

    private static RankingPlan Checked(RankingPlan ranking)
    {
        if (!RankingPlan.Measures.Contains(ranking.Measure))
        {
            throw new ArgumentOutOfRangeException(nameof(ranking), ranking.Measure.Name, $"Expected one of {string.Join(", ", RankingPlan.Measures)}.");
        }

        if (ranking.Method == RankingMethod.BudgetAllocation != ranking.Budget is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(ranking), ranking.Budget, "Expected a budget of futures for the allocation of a budget, and for no other procedure.");
        }

        return ranking.MostFutures >= ranking.FirstStage
            ? ranking
            : throw new ArgumentOutOfRangeException(nameof(ranking), ranking.MostFutures, $"Expected as many futures as the first stage has, {ranking.FirstStage}, or more.");
    }
}
