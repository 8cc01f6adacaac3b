using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Runs structures of a scenario through the same futures and compares them.</summary>
public static class Experiment
{
    /// <summary>The least number of futures from which a mean and its interval are taken for a variant with the money released.</summary>
    private const int LeastReleasedFutures = 30;

    /// <summary>The full-time posts below which a structure's freed money buys nothing worth a variant of its own.</summary>
    private const double LeastBoughtFte = 0.1;

    /// <summary>Compares structures under common random numbers. The results are the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structureIds">The ids of the structures, the baseline first; absent means all.</param>
    /// <param name="plan">How long and how often; absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures finished.</param>
    /// <param name="precision">How precise the mean waits have to be; the plan's number of futures is not used then. Absent means that this number is simulated.</param>
    /// <param name="cancellation">Stops the run. With a precision asked for, what is finished by then is compared, if that is two futures or more.</param>
    /// <returns>The comparison; its plan has the number of futures that were used.</returns>
    /// <exception cref="ArgumentException">A structure does not exist, or is named twice; or an uncertain figure cannot be drawn.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The plan or the number of threads is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="ReplicationException">A future failed; it carries its number and the process and time of the failure.</exception>
    public static StructureComparison Compare(
        Scenario scenario,
        IReadOnlyList<string>? structureIds = null,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        PrecisionGoal? precision = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        RunPlan used = Checked(plan ?? scenario.Plan);
        UncertainFigures.Checked(scenario);
        List<Structure> structures = structureIds is null ? [.. scenario.Structures] : [.. structureIds.Select(scenario.Structure)];
        if (structures.Count == 0 || structures.Distinct().Count() != structures.Count)
        {
            throw new ArgumentException("Expected one or more structures, each named once.", nameof(structureIds));
        }

        FreedMoney use = scenario.Budget.FreedMoney;
        List<StructureBasis> candidates = [.. structures.Select(structure => BasisOf(structure, use))];
        List<int> spending = [.. Enumerable.Range(1, structures.Count - 1).Where(index => Math.Abs(candidates[index].BoughtInTheEnd) >= LeastBoughtFte)];
        candidates.AddRange(spending.Select(index => BasisOf(structures[index], FreedMoney.Released)));

        List<OutcomeBasis> outcomes = [.. candidates.Select(candidate => new OutcomeBasis(candidate, used))];
        int workers = threads ?? Environment.ProcessorCount;
        IReadOnlyList<ReplicationOutcome[]> futures;
        PrecisionResult? reached = null;
        if (precision is null)
        {
            futures = ReplicationRunner.Run(used.Replications, workers, Future, progress, cancellation);
        }
        else
        {
            (futures, reached) = UntilPrecise(structures, precision, workers, Future, progress, cancellation);
            used = used with { Replications = futures.Count };
        }

        List<StructureResult> results = [.. outcomes.Select((candidate, index) =>
            Summary.Of(candidate, index < structures.Count ? use : FreedMoney.Released, [.. futures.Where(future => index < future.Length).Select(future => future[index])]))];
        return new StructureComparison
        {
            Scenario = scenario,
            Plan = used,
            Structures = [.. results.Take(structures.Count)],
            Differences = [.. results.Take(structures.Count).Skip(1).Select(result => Summary.Difference(result, results[0]))],
            CashReleased = [.. results.Skip(structures.Count).Select(result => Summary.Difference(result, results[0]))],
            Precision = reached,
        };

        ReplicationOutcome[] Future(int replication, CancellationToken stop)
        {
            OutcomeBasis first = outcomes[0].InFuture(replication);
            DemandForecast demand = new(first.Basis.Scenario, first.Basis.Demand, new RandomStreams(used.Seed, (uint)replication));
            int simulated = replication < (precision is null ? ReleasedFutures(used) : LeastReleasedFutures) ? candidates.Count : structures.Count;
            return [.. outcomes.Take(simulated).Select((candidate, index) => Simulate(index == 0 ? first : candidate.InFuture(replication), used, replication, demand, stop))];
        }

        StructureBasis BasisOf(Structure structure, FreedMoney freedMoney) =>
            new(scenario, structure, freedMoney, used.Years, used.BranchAfterYears > 0 ? (structures[0], used.BranchAfterYears) : null);
    }

    /// <summary>Returns in how many futures the variants with the money released are simulated: a quarter, and thirty or more, for they stand beside the answer.</summary>
    internal static int ReleasedFutures(RunPlan plan) => Math.Min(plan.Replications, Math.Max(LeastReleasedFutures, plan.Replications / 4));

    private static (IReadOnlyList<ReplicationOutcome[]> Futures, PrecisionResult Reached) UntilPrecise(
        List<Structure> structures,
        PrecisionGoal goal,
        int threads,
        Func<int, CancellationToken, ReplicationOutcome[]> future,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        int wait = Measure.All.IndexOf(Measure.WaitToAllocation);
        SequentialResult<ReplicationOutcome[]> run = SequentialReplication.Run(
            [.. structures.Select(structure => new PrecisionTarget(structure.Id, goal.Share, goal.HalfWidthDays))],
            future,
            outcome => [.. outcome.Take(structures.Count).Select(item => item.Values[wait])],
            new SequentialOptions { Most = goal.MostFutures, BatchSize = 2 * threads, Threads = threads },
            progress,
            cancellation);

        // One future has no interval.
        return run.Results.Length >= 2
            ? (run.Results, new PrecisionResult(goal, run.StopReason, run.Enough, run.Measures))
            : throw new OperationCanceledException(cancellation);
    }

    /// <summary>Simulates one future of one structure.</summary>
    internal static ReplicationOutcome Simulate(
        OutcomeBasis basis, RunPlan plan, int replication, DemandForecast demand, CancellationToken cancellation, Action<StructureRun>? begin = null)
    {
        StructureRun run = new(basis.Basis, plan.Seed, replication, demand);
        RunObserver observer = new(run, basis);
        begin?.Invoke(run);
        double end = basis.Basis.BranchDay + (plan.Years * 365.25);

        // Stopping is looked for once a simulated month: often enough for a person, too seldom to cost anything.
        for (double month = DemandLevels.MonthDays; month < end; month += DemandLevels.MonthDays)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Simulator.Run(month);
        }

        run.Simulator.Run(end);
        return OutcomeOfRun.Of(run, basis, observer, withPosts: replication == 0);
    }

    /// <summary>Returns a plan whose figures are in range.</summary>
    internal static RunPlan Checked(RunPlan plan)
    {
        if (!(plan.Years > 0 && plan.Years <= 50))
        {
            throw new ArgumentOutOfRangeException(nameof(plan), plan.Years, "Expected years above 0, at most 50.");
        }

        if (!(plan.WarmUpYears >= 0 && plan.WarmUpYears < plan.Years))
        {
            throw new ArgumentOutOfRangeException(nameof(plan), plan.WarmUpYears, "Expected warm-up years of zero or more, below the years simulated.");
        }

        if (!(plan.BranchAfterYears >= 0 && plan.BranchAfterYears <= 50))
        {
            throw new ArgumentOutOfRangeException(nameof(plan), plan.BranchAfterYears, "Expected zero or more years before the start, at most 50.");
        }

        return plan.Replications >= 1
            ? plan
            : throw new ArgumentOutOfRangeException(nameof(plan), plan.Replications, "Expected one or more replications.");
    }
}
