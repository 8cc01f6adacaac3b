using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Turns a finished run into its measures.</summary>
internal static class OutcomeOfRun
{
    private const int AllocatedCause = 0;
    private const int LostCause = 1;
    private const double ReturnDays = 365;

    internal static ReplicationOutcome Of(StructureRun run, StructureBasis basis, RunObserver observer)
    {
        var values = new double?[Measure.All.Length];
        double to = run.Now;
        List<Case> accepted = run.Cases.FindAll(item => item.AcceptedAt >= observer.From);
        CompetingRisks waits = Waits(accepted, to);
        if (accepted.Count > 0)
        {
            double lost = waits.CumulativeIncidence(LostCause, Measure.HorizonDays);
            double allocated = waits.CumulativeIncidence(AllocatedCause, Measure.HorizonDays);
            Put(Measure.WaitToAllocation, waits.RestrictedMean(Measure.HorizonDays));
            Put(Measure.MedianWait, Math.Min(Measure.HorizonDays, waits.TimeToReach(AllocatedCause, 0.5) ?? Measure.HorizonDays));
            Put(Measure.WaitP90, Math.Min(Measure.HorizonDays, waits.TimeToReach(AllocatedCause, 0.9) ?? Measure.HorizonDays));
            Put(Measure.Allocated, 100 * allocated);
            Put(Measure.Lost, 100 * lost);
            Put(Measure.StillWaiting, Math.Max(0, 100 * (1 - allocated - lost)));
            Put(Measure.Escalated, Percent(accepted, item => item.Escalated));
            Put(Measure.DeprivationGap, DeprivationGap(accepted, basis, to));
        }

        Put(Measure.AssessedInTime, AssessedInTime(run, basis, observer.From));
        PutCaseloads(run, observer, Put);
        PutEpisodes(run, observer, Put);
        PutMoney(run, observer, to, Put);
        double[] curve = new double[WaitGrid.Times.Length];
        if (accepted.Count > 0)
        {
            waits.Curve(AllocatedCause, WaitGrid.Times, curve);
        }

        return new ReplicationOutcome(values, curve);

        void Put(Measure measure, double? value) => values[Measure.All.IndexOf(measure)] = value;
    }

    private static void PutCaseloads(StructureRun run, RunObserver observer, Action<Measure, double?> put)
    {
        List<MonthlyLook> looks = observer.Looks;
        put(Measure.Unallocated, run.AllTeams.Sum(team => team.WaitingOverTime.Mean(run.Now)));
        put(Measure.LongWaiters, looks.Average(look => look.WaitingLong));
        put(Measure.ListGrowth, Slope([.. looks.Select(look => (double)look.Waiting)]) * 12);
        put(Measure.CaseloadSpread, 100 * looks.Average(look => look.CaseloadSpread));
        put(Measure.CaseloadMax, looks.Average(look => look.CaseloadMax));
        put(Measure.AreaGini, looks.Average(look => look.AreaGini));
        double fte = looks.Sum(look => look.FilledFte);
        put(Measure.CasesPerFte, fte > 0 ? looks.Sum(look => look.HeldCases) / fte : null);
        double hours = observer.AvailableHours;
        put(Measure.Load, hours > 0 ? 100 * observer.RequiredHours / hours : null);
    }

    private static void PutEpisodes(StructureRun run, RunObserver observer, Action<Measure, double?> put)
    {
        List<Case> closed = run.Cases.FindAll(item => item.Outcome == CaseOutcome.Closed && item.ReferredAt >= 0 && item.EndedAt >= observer.From);
        put(Measure.OneLead, Percent(closed, item => item.Leads == 1));
        put(Measure.ThreeWorkers, Percent(closed, item => item.Workers >= 3));
        List<Case> referred = run.Cases.FindAll(item => item.ReferredAt >= observer.From);
        put(Measure.Returned, Percent(referred, item => item.ReferredAt - item.Previous?.Referred <= ReturnDays));
        put(Measure.ReturnedSinceClosure, Percent(referred, item => item.ReferredAt - item.Previous?.Closed <= ReturnDays));
    }

    private static void PutMoney(StructureRun run, RunObserver observer, double to, Action<Measure, double?> put)
    {
        double weeks = (to - observer.From) / 7;
        double paid = observer.Looks.Average(look => look.PaidHoursPerWeek) * weeks;
        put(Measure.TravelShare, paid > 0 ? 100 * observer.TravelHours / paid : null);
        put(Measure.Cost, run.MeanCost(observer.From, to) / 1000);
    }

    private static CompetingRisks Waits(IEnumerable<Case> accepted, double to)
    {
        CompetingRisks waits = new(2);
        foreach (Case item in accepted)
        {
            double waited = item.WaitedBy(to);
            if (item.AllocatedAt is not null)
            {
                waits.Add(waited, AllocatedCause);
            }
            else if (item.Outcome == CaseOutcome.Lost)
            {
                waits.Add(waited, LostCause);
            }
            else
            {
                waits.AddCensored(waited);
            }
        }

        return waits;
    }

    private static double? DeprivationGap(List<Case> accepted, StructureBasis basis, double to)
    {
        Fifths fifths = Fifths.ByDeprivation(basis.Scenario.Place);
        List<Case> most = accepted.FindAll(item => fifths.IsMostDeprived(item.Identity.Area));
        List<Case> least = accepted.FindAll(item => fifths.IsLeastDeprived(item.Identity.Area));
        return most.Count > 0 && least.Count > 0
            ? Waits(most, to).RestrictedMean(Measure.HorizonDays) - Waits(least, to).RestrictedMean(Measure.HorizonDays)
            : null;
    }

    private static double? AssessedInTime(StructureRun run, StructureBasis basis, double from)
    {
        int due = 0;
        int done = 0;
        foreach (Case item in run.Cases)
        {
            if (item.ReferredAt is not { } referred || referred < 0 || item.Outcome is CaseOutcome.NoFurtherAction or CaseOutcome.Joined)
            {
                continue;
            }

            double limit = basis.Laws[item.Identity.Pathway].Pathway.Assessment.Limit.Value;
            double dueAt = basis.Calendar.ToTime(basis.Calendar.ToServiceTime(referred) + limit);
            if (dueAt >= from && dueAt <= run.Now)
            {
                due++;
                done += item.AssessedAt <= dueAt ? 1 : 0;
            }
        }

        return due > 0 ? 100.0 * done / due : null;
    }

    private static double? Percent(List<Case> cases, Predicate<Case> predicate) =>
        cases.Count > 0 ? 100.0 * cases.Count(item => predicate(item)) / cases.Count : null;

    /// <summary>Returns the least-squares slope of values against their index; zero for fewer than two.</summary>
    private static double Slope(double[] values)
    {
        double middle = (values.Length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int index = 0; index < values.Length; index++)
        {
            products += (index - middle) * values[index];
            squares += (index - middle) * (index - middle);
        }

        return squares > 0 ? products / squares : 0;
    }
}
