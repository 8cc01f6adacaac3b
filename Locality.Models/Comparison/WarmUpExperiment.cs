using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says how much of the start of a run should be left out as warm-up.</summary>
/// <remarks>
/// Cases held and cases waiting are counted at the end of each week and averaged over futures (Welch 1983), and MSER-5 finds the cut (White, Cobb and
/// Spratt 2000; see <see cref="Mser5"/>). A structure with dated changes has no steady state before the last of them. Nothing is cut by it: the plan's
/// <see cref="RunPlan.WarmUpYears"/> decides.
/// </remarks>
public static class WarmUpExperiment
{
    private const double WeekDays = 7;
    private const double YearDays = 365.25;

    /// <summary>The years below which there are too few weeks for a cut: MSER-5 takes 30 observations.</summary>
    private const double LeastYears = 30 * WeekDays / YearDays;

    /// <summary>Judges the warm-up of each structure. The results are the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structureIds">The ids of the structures; absent means all.</param>
    /// <param name="plan">How long, how often, and from which seed; absent means the scenario's own plan. Nothing branches off.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures finished.</param>
    /// <param name="cancellation">Stops the run; what is finished by then is judged, if that is two futures or more.</param>
    /// <returns>For each structure what both series say.</returns>
    /// <exception cref="ArgumentException">A structure does not exist, or an uncertain figure cannot be drawn.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The plan is out of range, or has fewer than 30 weeks.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before two futures were done.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static ImmutableArray<WarmUpAdvice> Of(
        Scenario scenario,
        IReadOnlyList<string>? structureIds = null,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        UncertainFigures.Checked(scenario);
        RunPlan used = Experiment.Checked(plan ?? scenario.Plan);
        if (used.Years < LeastYears)
        {
            throw new ArgumentOutOfRangeException(nameof(plan), used.Years, "Expected 30 weeks or more.");
        }

        Structure[] structures = structureIds is null ? [.. scenario.Structures] : [.. structureIds.Select(scenario.Structure)];
        StructureBasis[] bases = [.. structures.Select(structure => new StructureBasis(scenario, structure, scenario.Budget.FreedMoney, used.Years))];
        Lock gate = new();
        int done = 0;
        (double[] Held, double[] Waiting)[][] futures = FinishedFutures.Run(used.Replications, threads ?? Environment.ProcessorCount, Future, Math.Min(2, used.Replications), cancellation);
        return [.. structures.SelectMany((structure, index) => new[]
        {
            AdviceOf(structure, WarmUpSeries.Held, used, Mean([.. futures.Select(future => future[index].Held)])),
            AdviceOf(structure, WarmUpSeries.Waiting, used, Mean([.. futures.Select(future => future[index].Waiting)])),
        })];

        (double[] Held, double[] Waiting)[] Future(int replication, CancellationToken stop)
        {
            (double[] Held, double[] Waiting)[] weeks = [.. bases.Select(basis => Weeks(basis.InFuture(used.Seed, replication), used, replication, stop))];
            lock (gate)
            {
                progress?.Report(++done);
            }

            return weeks;
        }
    }

    private static (double[] Held, double[] Waiting) Weeks(StructureBasis basis, RunPlan plan, int replication, CancellationToken stop)
    {
        StructureRun run = new(basis, plan.Seed, replication);
        int weeks = (int)(plan.Years * YearDays / WeekDays);
        (double[] held, double[] waiting) = (new double[weeks], new double[weeks]);
        for (int week = 0; week < weeks; week++)
        {
            stop.ThrowIfCancellationRequested();
            run.Simulator.Run((week + 1) * WeekDays);
            held[week] = run.Workers.Sum(worker => worker.HeldCases);
            waiting[week] = run.AllTeams.Sum(team => team.Waiting.Count);
        }

        return (held, waiting);
    }

    private static double[] Mean(double[][] futures) => [.. Enumerable.Range(0, futures[0].Length).Select(week => futures.Average(future => future[week]))];

    private static WarmUpAdvice AdviceOf(Structure structure, WarmUpSeries series, RunPlan plan, double[] weeks)
    {
        Mser5 cut = Mser5.Of(weeks);
        int warm = Math.Min((int)Math.Round(plan.WarmUpYears * YearDays / WeekDays), weeks.Length - 1);
        return new WarmUpAdvice(
            structure,
            series,
            cut.Truncation * WeekDays / YearDays,
            cut.IsTrusted,
            warm > 0 ? weeks[..warm].Average() : null,
            weeks[warm..].Average(),
            plan.WarmUpYears);
    }
}
