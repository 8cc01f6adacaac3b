namespace LocalitySim.Models;

/// <summary>Counts what happened to the cases of one run, part by part; every count is of children.</summary>
internal sealed class CaseTotals
{
    private const double ReturnDays = 365;
    private const double YearDays = 365.25;

    private readonly StructureRun run;
    private readonly BreakdownLevels levels;
    private readonly double from;

    internal CaseTotals(StructureRun run, OutcomeBasis basis)
    {
        this.run = run;
        levels = basis.Levels;
        from = levels.Start;
        (Referred, Returned, Due, InTime) = (new double[levels.Count], new double[levels.Count], new double[levels.Count], new double[levels.Count]);
        WaitSet waits = new(levels.Count);
        WaitSet supports = new(levels.Count);
        Span<int> parts = stackalloc int[BreakdownLevels.MostParts + 1];
        foreach (Case item in run.Cases)
        {
            int service = basis.Basis.Laws[item.FirstPathway].Service;
            Count(item, parts, levels.Find(item, service, parts), waits);
        }

        foreach (SupportRequest request in run.Requests.Where(request => request.RequestedAt >= from))
        {
            parts[0] = 0;
            parts[1] = levels.PartOf(BreakdownDimension.Service, request.Laws.Service);
            supports.Add((request.StartedAt ?? run.Now) - request.RequestedAt, request.StartedAt is null ? null : true, request.Case.Children, parts[..2]);
        }

        // Areas and months have no quantile of the wait, and so no curve.
        int last = levels.PartOfArea(0);
        Waits = waits.Curves(part => part == 0 ? WaitGrid.Times : part < last ? WaitGrid.CoarseTimes : [], lostOf: 0);
        Supports = supports.Curves(_ => []);
    }

    internal double[] Referred { get; }

    internal double[] Returned { get; }

    internal double ReturnedSinceClosure { get; private set; }

    internal double[] Due { get; }

    internal double[] InTime { get; }

    internal (double Due, double InTime) Screenings { get; private set; }

    internal (double Due, double InTime) Conferences { get; private set; }

    internal double Escalated { get; private set; }

    /// <summary>Gets the episodes begun and closed in the run and closed in the window: their children, and sums over these.</summary>
    internal (double Children, double OneLead, double ThreeWorkers, double Changes, double Years, double Assessments, double AccessPoints, double Professionals) Closed { get; private set; }

    /// <summary>Gets each part's waits for a lead; null where there is none.</summary>
    internal WaitCurve?[] Waits { get; }

    /// <summary>Gets each service's waits for it as a further service, and the whole's.</summary>
    internal WaitCurve?[] Supports { get; }

    private void Count(Case item, Span<int> parts, int count, WaitSet waits)
    {
        if (item.ReferredAt is { } referred)
        {
            CountReferral(item, referred, parts, count);
        }

        if (item.AcceptedAt is not { } accepted)
        {
            return;
        }

        if (item.NeedsConference)
        {
            CountConference(item, accepted);
        }

        if (accepted >= from)
        {
            Escalated += item.Escalated ? item.Children : 0;
            parts[count] = levels.PartOfMonth(accepted);
            bool? isAllocated = item.AllocatedAt is not null ? true : item.Outcome == CaseOutcome.Lost ? false : null;
            waits.Add(item.WaitedBy(run.Now), isAllocated, item.Children, parts[..(count + 1)]);
        }
    }

    private void CountReferral(Case item, double referred, Span<int> parts, int count)
    {
        if (referred >= from)
        {
            parts[count] = levels.PartOfMonth(referred);
            Add(Referred, parts[..(count + 1)], item.Children);
            ReturnedSinceClosure += referred - item.Previous?.Closed <= ReturnDays ? item.Children : 0;
            if (referred - item.Previous?.Referred <= ReturnDays)
            {
                Add(Returned, parts[..(count + 1)], item.Children);
            }
        }

        // Cases open at the start were referred before it.
        if (referred < 0 || item.Outcome == CaseOutcome.Joined)
        {
            return;
        }

        CountLimits(item, referred, parts, count);
        if (item.Outcome == CaseOutcome.Closed && item.EndedAt >= from)
        {
            CountClosed(item, item.EndedAt.Value - referred);
        }
    }

    private void CountLimits(Case item, double referred, Span<int> parts, int count)
    {
        double since = run.Calendar.ToServiceTime(referred);
        double screenedBy = run.Calendar.ToTime(since + run.Arrangement.FrontDoor.Limit.Value);
        if (screenedBy >= from && screenedBy <= run.Now)
        {
            Screenings = (Screenings.Due + item.Children, Screenings.InTime + (item.ScreenedAt <= screenedBy ? item.Children : 0));
        }

        double assessedBy = run.Calendar.ToTime(since + run.Scenario.Pathways[item.Identity.Pathway].Assessment.Limit.Value);
        if (item.Outcome == CaseOutcome.NoFurtherAction || assessedBy < from || assessedBy > run.Now)
        {
            return;
        }

        parts[count] = levels.PartOfMonth(assessedBy);
        Add(Due, parts[..(count + 1)], item.Children);
        if (item.AssessedAt <= assessedBy)
        {
            Add(InTime, parts[..(count + 1)], item.Children);
        }
    }

    private void CountConference(Case item, double accepted)
    {
        if (run.Scenario.Pathways[item.FirstPathway].Conference is not { } rules)
        {
            return;
        }

        double dueAt = run.Calendar.ToTime(run.Calendar.ToServiceTime(accepted) + rules.Limit.Value);
        bool lostBefore = item.Outcome == CaseOutcome.Lost && item.EndedAt < dueAt;
        if (dueAt >= from && dueAt <= run.Now && !lostBefore)
        {
            Conferences = (Conferences.Due + item.Children, Conferences.InTime + (item.ConferenceAt <= dueAt ? item.Children : 0));
        }
    }

    private void CountClosed(Case item, double days)
    {
        int children = item.Children;
        var sums = Closed;
        Closed = (
            sums.Children + children,
            sums.OneLead + (item.Leads == 1 ? children : 0),
            sums.ThreeWorkers + (item.Workers >= 3 ? children : 0),
            sums.Changes + (children * Math.Max(0, item.Workers - 1)),
            sums.Years + (children * days / YearDays),
            sums.Assessments + (children * item.Assessments),
            sums.AccessPoints + (children * item.AccessPoints),
            sums.Professionals + (children * item.MostProfessionals));
    }

    private static void Add(double[] sums, ReadOnlySpan<int> parts, double children)
    {
        foreach (int part in parts)
        {
            sums[part] += children;
        }
    }
}
