namespace LocalitySim.Models;

/// <summary>Turns a finished run into its measures.</summary>
internal static class OutcomeOfRun
{
    /// <summary>Measures a finished run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="basis">What its replications have in common.</param>
    /// <param name="observer">What watched it.</param>
    /// <param name="withPosts">Whether what each post held is kept: for one future, because there are many posts.</param>
    internal static ReplicationOutcome Of(StructureRun run, OutcomeBasis basis, RunObserver observer, bool withPosts = false)
    {
        var values = new double?[Measure.All.Length];
        observer.Hours.Bring();
        CaseTotals totals = new(run, basis);
        WaitCurve? waits = totals.Waits[0];
        Put(Measure.WaitToAllocation, waits?.RestrictedMean);
        Put(Measure.MedianWait, Capped(waits, curve => curve.Median));
        Put(Measure.WaitP90, Capped(waits, curve => curve.P90));
        Put(Measure.Allocated, 100 * waits?.Allocated);
        Put(Measure.Lost, 100 * waits?.Lost);
        Put(Measure.StillWaiting, StillWaiting(waits));
        Put(Measure.Escalated, Percent(totals.Escalated, waits?.Children ?? 0));
        Put(Measure.ScreenedInTime, Percent(totals.Screenings.InTime, totals.Screenings.Due));
        Put(Measure.AssessedInTime, Percent(totals.InTime[0], totals.Due[0]));
        Put(Measure.ConferencesInTime, Percent(totals.Conferences.InTime, totals.Conferences.Due));
        Put(Measure.SupportWait, totals.Supports[0]?.RestrictedMean);
        PutEquity(basis, totals, Put);
        PutLooks(observer, Put);
        PutEpisodes(run, observer, totals, Put);
        Put(Measure.BoundariesCut, 100 * basis.BoundariesCut);
        Put(Measure.Cost, run.MeanCost(observer.From, run.Now) / 1000);
        Put(Measure.SetUpCost, (basis.SetUpCost + run.SetUpCost) / 1000);
        return new ReplicationOutcome(values, waits?.Curve ?? new double[WaitGrid.Times.Length], LevelsOfRun.Of(basis, observer, totals))
        {
            Details = new RunDetails(
                waits is null ? null : WaitGrid.WholeDays(waits.LostCurve),
                observer.Caseloads.Quantiles(CaseloadLooks.Shares.AsSpan()),
                withPosts ? observer.Caseloads.Posts(run, basis.Levels) : [],
                FlowOfRun.Of(run, basis.Flow, observer.From)),
        };

        void Put(Measure measure, double? value) => values[Measure.All.IndexOf(measure)] = value;
    }

    /// <summary>Returns a quantile of waits, the horizon where it is not reached; null without waits.</summary>
    internal static double? Capped(WaitCurve? waits, Func<WaitCurve, double?> quantile) =>
        waits is null ? null : quantile(waits) ?? Measure.HorizonDays;

    internal static double? StillWaiting(WaitCurve? waits) =>
        waits is null ? null : Math.Max(0, 100 * (1 - waits.Allocated - waits.Lost));

    internal static double? Percent(double part, double whole) => whole > 0 ? 100 * part / whole : null;

    private static void PutEquity(OutcomeBasis basis, CaseTotals totals, Action<Measure, double?> put)
    {
        WaitCurve? most = totals.Waits[basis.Levels.PartOf(BreakdownDimension.DeprivationFifth, 0)];
        WaitCurve? least = totals.Waits[basis.Levels.PartOf(BreakdownDimension.DeprivationFifth, Fifths.Count - 1)];
        put(Measure.DeprivationGap, most?.RestrictedMean - least?.RestrictedMean);
        double? longest = Capped(least, curve => curve.P90);
        put(Measure.DeprivationRatio, longest > 0 ? Capped(most, curve => curve.P90) / longest : null);
        List<(double Value, double Weight)> ranked = [];
        foreach (int area in basis.RankedAreas)
        {
            if (totals.Waits[basis.Levels.PartOfArea(area)] is { } waits)
            {
                ranked.Add((waits.RestrictedMean, waits.Children));
            }
        }

        put(Measure.ConcentrationIndex, Inequality.Concentration(ranked));
    }

    private static void PutLooks(RunObserver observer, Action<Measure, double?> put)
    {
        List<MonthlyLook> looks = observer.Looks;
        put(Measure.Unallocated, observer.MeanWaiting());
        put(Measure.OverFive, looks.Average(look => look.WaitingOverFive));
        put(Measure.LongWaiters, looks.Average(look => look.WaitingLong));
        put(Measure.ListGrowth, Slope([.. looks.Select(look => (double)look.Waiting)]) * 12);
        put(Measure.CaseloadSpread, 100 * looks.Average(look => look.CaseloadSpread));
        put(Measure.CaseloadMax, looks.Average(look => look.CaseloadMax));
        put(Measure.AreaGini, looks.Average(look => look.AreaGini));
        put(Measure.NeedCapacityGap, 100 * looks.Average(look => look.NeedCapacityGap));
        double fte = looks.Sum(look => look.FilledFte);
        double paid = looks.Sum(look => look.PaidHoursPerWeek);
        put(Measure.CasesPerFte, fte > 0 ? looks.Sum(look => look.HeldChildren) / fte : null);
        put(Measure.Load, Percent(observer.Hours.Required[0], observer.Hours.Offered[0]));
        put(Measure.OtherHours, Percent(paid - looks.Sum(look => look.CaseHoursPerWeek), paid));
        put(Measure.AgencyShare, observer.HasAgencyCover ? Percent(looks.Sum(look => look.AgencyFte), looks.Sum(look => look.PostFte)) : null);
    }

    private static void PutEpisodes(StructureRun run, RunObserver observer, CaseTotals totals, Action<Measure, double?> put)
    {
        var closed = totals.Closed;
        put(Measure.OneLead, Percent(closed.OneLead, closed.Children));
        put(Measure.ThreeWorkers, Percent(closed.ThreeWorkers, closed.Children));
        put(Measure.WorkerChanges, Ratio(closed.Changes, closed.Years));
        put(Measure.AssessmentsPerChild, Ratio(closed.Assessments, closed.Children));
        put(Measure.AccessPointsPerChild, Ratio(closed.AccessPoints, closed.Children));
        put(Measure.ProfessionalsAtOnce, Ratio(closed.Professionals, closed.Children));
        put(Measure.Returned, Percent(totals.Returned[0], totals.Referred[0]));
        put(Measure.ReturnedSinceClosure, Percent(totals.ReturnedSinceClosure, totals.Referred[0]));
        double weeks = (run.Now - observer.From) / 7;
        put(Measure.TravelShare, Percent(observer.Hours.OnTheRoad, observer.Looks.Average(look => look.PaidHoursPerWeek) * weeks));

        // Children in cases at the monthly looks, times the years, are child-years.
        double childYears = observer.Looks.Average(look => look.HeldChildren) * weeks * 7 / 365.25;
        put(Measure.FamilyKilometres, childYears > 0 ? observer.FamilyKilometres / childYears : null);
    }

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;

    /// <summary>Returns the least-squares slope of values against their index; zero for fewer than two.</summary>
    internal static double Slope(double[] values)
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
