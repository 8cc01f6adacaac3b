using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the work with a family from allocation to closure, through changes of worker and of team, with the help of further services.</summary>
internal sealed class CaseworkProcess(StructureRun run)
{
    private readonly AssignedWork work = new(run);
    private readonly AllocationProcess allocation = new(run);
    private readonly SupportProcess supports = new(run);

    /// <summary>Does the casework of a case that has a lead.</summary>
    internal async Process DoCasework(Case item)
    {
        RandomStream random = run.Stream(Purposes.Casework, item.Identity);
        CaseworkStage stage = run.LawsOf(item).Pathway.Casework;
        double nominal = stage.Duration.Sample(ref random) * stage.NominalShare;
        foreach (WantedSupport wanted in item.Wants)
        {
            run.Simulator.Start(supports.Help(item, wanted), "support");
        }

        if (item.NeedsConference && run.LawsOf(item).Pathway.Conference is not null)
        {
            run.Simulator.Start(HoldConference(item), "conference");
        }

        await Lead(item, nominal * WorkGrowth(item), stage.LongTerm?.After.Value);
        await run.SiteOf(item).Managers.Do(run.Scenario.Management.ClosureHours.Value);
    }

    /// <summary>Finds a worker for a case that is open at the start, and does what is left of its casework.</summary>
    internal async Process FinishOpenCase(Case item)
    {
        PathwayLaws laws = run.LawsOf(item);
        RandomStream random = run.Stream(Purposes.Casework, item.Identity);
        CaseworkStage stage = laws.Pathway.Casework;
        double total = stage.Duration.SampleLengthBiased(ref random);
        double left = total * random.NextUniform();
        double? transferAfter = (stage.LongTerm?.After.Value / stage.NominalShare) - (total - left);
        item.Service = transferAfter <= 0 ? laws.LongTermService : laws.Service;
        item.Points = laws.SamplePoints(ref random) * laws.FamilyFactor(item.Children);
        item.ReferredAt = left - total;
        item.Priority = AllocationProcess.ReallocationPriority;
        run.TeamOf(item).Enlist(item, run.Now);
        await AssignedWork.UntilGiven(item);
        await Lead(item, left * stage.NominalShare, transferAfter > 0 ? transferAfter * stage.NominalShare : null);
        await run.SiteOf(item).Managers.Do(run.Scenario.Management.ClosureHours.Value);
    }

    /// <summary>Works on a case as its lead, in nominal calendar days; hands it to the long-term team when it has lasted so long.</summary>
    private async Process Lead(Case item, double days, double? transferAfter)
    {
        double first = transferAfter is { } after ? Math.Min(days, after) : days;
        item.Leads++;
        item.Workers += ReferenceEquals(item.Worker, item.Assessor) ? 0 : 1;
        item.NoteWorker(run.Now);
        await Work(item, first * run.WorkingDaysPerDay);
        if (first < days)
        {
            item.Service = run.LawsOf(item).LongTermService;
            await HandOver(item);
            await Work(item, ((days - first) * run.WorkingDaysPerDay) + run.HandoverLoss(item));
        }
    }

    private async Process Work(Case item, double workingDays)
    {
        PathwayLaws laws = run.LawsOf(item);
        double factor = laws.FamilyFactor(item.Children);
        CaseworkStage stage = laws.Pathway.Casework;
        WorkRate rate = new(laws.ContactHours * factor, stage.ContactsPerWeek, laws.Upkeep * factor, stage.ContactsPerWeek * stage.ContactHours.Value * factor);
        double left = workingDays;
        while (true)
        {
            item.CountProfessional(1);
            ServiceOutcome outcome = await work.Serve(item, rate, left);
            item.CountProfessional(-1);
            if (outcome.Completed)
            {
                return;
            }

            left = outcome.RemainingWork + run.HandoverLoss(item);
            await HandOver(item);
        }
    }

    /// <summary>Finds the next lead for a case that nobody holds.</summary>
    private async Process HandOver(Case item)
    {
        item.Priority = AllocationProcess.ReallocationPriority;
        run.TeamOf(item).Enlist(item, run.Now);
        await AssignedWork.UntilGiven(item);
        if (run.IsBranching)
        {
            return;
        }

        await allocation.ConfirmAllocation(item);
        item.Leads++;
        item.Workers++;
        item.NoteWorker(run.Now);
    }

    private async Process HoldConference(Case item)
    {
        PathwayLaws laws = run.LawsOf(item);
        ConferenceRules rules = laws.Pathway.Conference!;
        RandomStream random = run.Stream(Purposes.Conference, item.Identity);
        item.ConferenceDueAt = run.Calendar.ToTime(run.Calendar.ToServiceTime(item.AcceptedAt ?? run.Now) + rules.Limit.Value);
        await WorkingDelay.Of(run.Simulator, run.Calendar, laws.Conference.Sample(ref random));
        await run.SiteOf(item).Managers.Do(rules.Hours.Value);
        item.ConferenceAt = run.Now;
    }

    private double WorkGrowth(Case item) => run.Scenario.Feedbacks.Escalation
        ? 1 + (run.LawsOf(item).Pathway.Waiting.WorkGrowthPer100Days * item.WaitedBy(run.Now) / 100)
        : 1;
}
