namespace LocalitySim.Models;

/// <summary>Turns a finished run into the measures of its parts.</summary>
internal static class LevelsOfRun
{
    internal static LevelOutcome[][] Of(OutcomeBasis basis, RunObserver observer, CaseTotals totals)
    {
        double[] capacity = observer.CapacityByArea();
        (double[] Need, double[] Capacity) areas = (basis.Basis.Demand.NeedShares, capacity);
        (double[] Need, double[] Capacity) localities = (basis.NeedByLocality, basis.Basis.Arrangement.Map.ByLocality(capacity));
        return [.. Enum.GetValues<BreakdownDimension>().Select(dimension => basis.Levels.Names[(int)dimension]
            .Select((_, level) => Of(basis, observer, totals, dimension == BreakdownDimension.Area ? areas : localities, dimension, level)).ToArray())];
    }

    private static LevelOutcome Of(
        OutcomeBasis basis, RunObserver observer, CaseTotals totals, (double[] Need, double[] Capacity) shares, BreakdownDimension dimension, int level)
    {
        int part = basis.Levels.PartOf(dimension, level);
        WaitCurve? waits = totals.Waits[part];

        // A month has one look, the whole has them all.
        double looks = dimension == BreakdownDimension.Month ? (level < observer.Looks.Count ? 1 : 0) : observer.Looks.Count;
        double cost = basis.Basis.Cost.Total / 1000;
        return new LevelOutcome([.. Measure.OfLevels(dimension).Select(Value)], waits?.Curve);

        double? Value(Measure measure) => measure switch
        {
            _ when measure == Measure.ChildrenReferred => totals.Referred[part],
            _ when measure == Measure.ChildrenAccepted => waits?.Children ?? 0,
            _ when measure == Measure.WaitToAllocation => waits?.RestrictedMean,
            _ when measure == Measure.WaitP90 => OutcomeOfRun.Capped(waits, curve => curve.P90),
            _ when measure == Measure.Allocated => 100 * waits?.Allocated,
            _ when measure == Measure.Lost => 100 * waits?.Lost,
            _ when measure == Measure.StillWaiting => OutcomeOfRun.StillWaiting(waits),
            _ when measure == Measure.AssessedInTime => OutcomeOfRun.Percent(totals.InTime[part], totals.Due[part]),
            _ when measure == Measure.Returned => OutcomeOfRun.Percent(totals.Returned[part], totals.Referred[part]),
            _ when measure == Measure.ChildrenWaiting => looks > 0 ? observer.Waiting[part] / looks : null,
            _ when measure == Measure.SupportWait => totals.Supports[part]?.RestrictedMean,
            _ when measure == Measure.Load => OutcomeOfRun.Percent(observer.Hours.Required[part], observer.Hours.Offered[part]),
            _ when measure == Measure.Posts => looks > 0 ? observer.Posts[part] / looks : null,
            _ when measure == Measure.AreaCaseload => observer.CaseloadOfArea(level),
            _ when measure == Measure.NeedShare => 100 * shares.Need[level],
            _ when measure == Measure.CapacityShare => 100 * shares.Capacity[level],
            _ when measure == Measure.IndicativeBudget => cost * basis.NeedByLocality[level],
            _ when measure == Measure.ActualCost => basis.CostByLocality[level] / 1000,
            _ => null,
        };
    }
}
