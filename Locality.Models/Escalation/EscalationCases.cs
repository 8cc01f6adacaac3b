using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Makes referrals with their outcomes by simulation.</summary>
/// <remarks>
/// A referral escalates when its need grows worse while it waits, or when its case or one that goes on from it steps up at closure. Referrals whose window
/// is not over at the end are left out and counted: what becomes of them is not known. Those of the warm-up are left out too.
/// </remarks>
public static class EscalationCases
{
    /// <summary>The days after a referral in which an escalation counts, unless the caller says otherwise.</summary>
    public const int UsualWindowDays = 365;

    private const int LongestWindowDays = 3650;

    /// <summary>Simulates futures of one structure and takes their referrals. The result is the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structureId">The id of the structure in force; absent means the first.</param>
    /// <param name="plan">How long, how many futures, and from which seed; absent means the scenario's own plan. Nothing branches off. A child of one future is not that of another.</param>
    /// <param name="windowDays">The days after a referral in which an escalation counts: 1 to 3,650.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures finished.</param>
    /// <param name="cancellation">Stops the run; the referrals of the futures finished by then are given, if there is one.</param>
    /// <exception cref="ArgumentException">The structure does not exist, or no referral's window is over at the end.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The plan or the window is out of range, or the years after the warm-up do not hold the window.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before one future was done.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static CaseTable Simulate(
        Scenario scenario,
        string? structureId = null,
        RunPlan? plan = null,
        int windowDays = UsualWindowDays,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        UncertainFigures.Checked(scenario);
        RunPlan used = Experiment.Checked((plan ?? scenario.Plan) with { BranchAfterYears = 0 });
        ArgumentOutOfRangeException.ThrowIfLessThan(windowDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(windowDays, LongestWindowDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        if ((used.Years - used.WarmUpYears) * 365.25 <= windowDays)
        {
            throw new ArgumentOutOfRangeException(nameof(plan), used.Years, string.Create(CultureInfo.InvariantCulture, $"Years: expected more than the warm-up of {used.WarmUpYears} years and a window of {windowDays} days."));
        }

        Structure structure = structureId is null ? scenario.Structures[0] : scenario.Structure(structureId);
        StructureBasis basis = new(scenario, structure, scenario.Budget.FreedMoney, used.Years);
        Lock gate = new();
        int done = 0;
        (List<CaseRecord> Cases, int LeftOut)[] futures = FinishedFutures.Run(used.Replications, threads ?? Environment.ProcessorCount, Future, 1, cancellation);
        List<CaseRecord> cases = [.. futures.SelectMany(future => future.Cases)];
        return cases.Count > 0
            ? new CaseTable(cases, string.Create(CultureInfo.InvariantCulture, $"{futures.Length} simulated {(futures.Length == 1 ? "future" : "futures")} of {structure.Name}"), isSimulated: true, futures.Sum(future => future.LeftOut))
            : throw new ArgumentException("scenario: found no referral after the warm-up whose window is over; expected one or more: simulate more years.", nameof(scenario));

        (List<CaseRecord> Cases, int LeftOut) Future(int replication, CancellationToken stop)
        {
            StructureRun run = new(basis.InFuture(used.Seed, replication), used.Seed, replication);
            double end = used.Years * 365.25;
            for (double month = DemandLevels.MonthDays; month < end; month += DemandLevels.MonthDays)
            {
                stop.ThrowIfCancellationRequested();
                run.Simulator.Run(month);
            }

            run.Simulator.Run(end);
            var result = Of(run, replication, used.WarmUpYears * 365.25, windowDays);
            lock (gate)
            {
                progress?.Report(++done);
            }

            return result;
        }
    }

    /// <summary>Returns the referrals of a finished run, and how many were left out as their window was not over.</summary>
    internal static (List<CaseRecord> Cases, int LeftOut) Of(StructureRun run, int replication, double from, int windowDays)
    {
        Dictionary<Case, double> escalatedAt = FirstEscalations(run);
        Place place = run.Scenario.Place;
        CaseFifths fifths = new(place);
        List<CaseRecord> cases = [];
        int leftOut = 0;
        foreach (Case item in run.Cases.Where(item => item.SteppedFrom is null && item.ReferredAt >= from))
        {
            double referred = item.ReferredAt!.Value;
            if (referred + windowDays > run.Now)
            {
                leftOut++;
                continue;
            }

            int area = item.Identity.Area;
            Pathway pathway = run.Scenario.Pathways[item.Identity.Pathway];
            cases.Add(new CaseRecord
            {
                Child = string.Create(CultureInfo.InvariantCulture, $"{replication}/{area}/{item.Identity.Child}"),
                Date = run.Scenario.Start.AddDays((int)referred),
                Pathway = pathway.Id,
                Age = item.AgeBand is { } band ? 0.5 * (pathway.Ages[band].From + pathway.Ages[band].To) : null,
                Source = item.Source is { } source ? pathway.Sources[source].Name : null,
                IsReturn = item.Identity.Generation > 0,
                IncomeDeprived = place.Areas[area].IncomeDeprived.Value,
                Fifth = fifths.OfArea(area),
                HasEscalated = escalatedAt.TryGetValue(item, out double time) && time <= referred + windowDays,
            });
        }

        return (cases, leftOut);
    }

    // What happens to a later tier belongs to the referral that it goes back to.
    private static Dictionary<Case, double> FirstEscalations(StructureRun run)
    {
        Dictionary<Case, double> first = [];
        foreach (Case item in run.Cases)
        {
            Note(item, item.EscalatedAt);
            if (item.SteppedFrom is { } earlier && run.LawsOf(earlier).StepsUpTo == item.FirstPathway)
            {
                Note(item, earlier.EndedAt);
            }
        }

        return first;

        void Note(Case item, double? time)
        {
            if (time is not { } known)
            {
                return;
            }

            Case root = item;
            while (root.SteppedFrom is { } before)
            {
                root = before;
            }

            first[root] = Math.Min(known, first.GetValueOrDefault(root, double.PositiveInfinity));
        }
    }
}
