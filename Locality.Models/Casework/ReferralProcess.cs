using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a referral's life: contact, screening, assessment, the unallocated list, casework, closure, and return.</summary>
internal sealed class ReferralProcess(StructureRun run)
{
    /// <summary>The hours a week that stand for none: too few to slow anything.</summary>
    private const double LeastHours = 1e-9;

    /// <summary>The place in the list of a case whose worker has left: first.</summary>
    private const int ReallocationPriority = 0;

    /// <summary>The place in the list of an assessment, which has a statutory limit: next.</summary>
    private const int AssessmentPriority = 1;

    /// <summary>Follows a child from the first referral through every return.</summary>
    internal async Process FollowFirstReferral(CaseIdentity identity)
    {
        Case item = run.OpenCase(identity, previous: null, known: null);
        await FollowGenerations(item);
    }

    /// <summary>Follows a child whose case is open at the start: the rest of the casework, then every return.</summary>
    internal async Process FollowOpenCase(CaseIdentity identity)
    {
        Case item = run.OpenCase(identity, previous: null, known: null);
        PathwayLaws laws = run.LawsOf(item);
        RandomStream random = run.Stream(Purposes.Casework, identity);
        double total = laws.Pathway.Casework.Duration.SampleLengthBiased(ref random);
        double left = total * random.NextUniform();
        item.Points = laws.SamplePoints(ref random);
        item.ReferredAt = left - total;
        await Reallocate(item, countsAsLead: true);
        await DoCasework(item, left * laws.Pathway.Casework.NominalShare * run.WorkingDaysPerDay);
        await run.SiteOf(item).Managers.Do(run.Scenario.Management.ClosureHours.Value);
        run.EndCase(item, CaseOutcome.Closed);
        if (await AwaitReturn(item) is { } returned)
        {
            await FollowGenerations(returned);
        }
    }

    /// <summary>Follows a child whose case closed before the start, from the return on. What is left of an exponential delay is exponential.</summary>
    internal async Process FollowReturner(CaseIdentity identity)
    {
        RandomStream random = run.Stream(Purposes.Return, identity);
        await run.Simulator.Delay(random.NextExponential() * run.Scenario.Pathways[identity.Pathway].Returns.MeanDelay.Value);
        await FollowGenerations(run.OpenCase(identity with { Generation = 1 }, previous: null, known: null));
    }

    private async Process FollowGenerations(Case first)
    {
        Case? item = first;
        while (item is not null)
        {
            if (!run.TryOpenChild(item))
            {
                run.EndCase(item, CaseOutcome.Joined);
                return;
            }

            run.EndCase(item, await FollowToEnd(item));
            item = await AwaitReturn(item);
        }
    }

    private async Process<CaseOutcome> FollowToEnd(Case item)
    {
        item.ReferredAt = run.Now;
        RandomStream random = run.Stream(Purposes.Screening, item.Identity);
        double screening = random.NextExponential();
        bool noFurtherAction = random.NextUniform() < run.LawsOf(item).Pathway.NoFurtherAction.Value;
        await run.SiteOf(item).AccessPoint.Screen(screening);
        if (noFurtherAction)
        {
            return CaseOutcome.NoFurtherAction;
        }

        if (!await Assess(item))
        {
            return CaseOutcome.NotInNeed;
        }

        if (!await AwaitLead(item))
        {
            return CaseOutcome.Lost;
        }

        RandomStream law = run.Stream(Purposes.Casework, item.Identity);
        CaseworkStage casework = run.LawsOf(item).Pathway.Casework;
        double nominal = casework.Duration.Sample(ref law) * casework.NominalShare * run.WorkingDaysPerDay;
        await DoCasework(item, nominal * WorkGrowth(item));
        await run.SiteOf(item).Managers.Do(run.Scenario.Management.ClosureHours.Value);
        return CaseOutcome.Closed;
    }

    /// <summary>Has a case assessed; returns whether it is in need of the service.</summary>
    private async Process<bool> Assess(Case item)
    {
        PathwayLaws laws = run.LawsOf(item);
        AssessmentStage stage = laws.Pathway.Assessment;
        RandomStream random = run.Stream(Purposes.Assessment, item.Identity);
        double left = laws.Assessment.Sample(ref random);
        bool inNeed = random.NextUniform() >= stage.NotInNeed.Value;
        if (left > 0)
        {
            item.Points = stage.Points.Value;
            item.Priority = AssessmentPriority;
            run.TeamOf(item).Enlist(item, run.Now);
            await UntilGiven(item);
            item.Workers++;
            while (true)
            {
                ServiceOutcome outcome = await Serve(item, left, stage.HoursPerWeek.Value, stage.VisitsPerWeek, upkeep: 0);
                if (outcome.Completed)
                {
                    break;
                }

                left = outcome.RemainingWork + run.HandoverLoss(item);
                item.Priority = ReallocationPriority;
                run.TeamOf(item).Enlist(item, run.Now);
                await UntilGiven(item);
                item.Workers++;
            }
        }

        item.Assessor = item.Known?.Worker;
        await run.SiteOf(item).Managers.Do(run.Scenario.Management.SignOffHours.Value);
        item.AssessedAt = run.Now;
        return inNeed;
    }

    /// <summary>Waits for the first lead professional; returns false if the family is lost first.</summary>
    private async Process<bool> AwaitLead(Case item)
    {
        item.AcceptedAt = run.Now;
        RandomStream random = run.Stream(Purposes.Waiting, item.Identity);
        WaitingRules rules = run.LawsOf(item).Pathway.Waiting;
        double? lostAt = run.Now + (random.NextExponential() * rules.MeanPatience?.Value);
        double? escalatesAt = run.Now + (random.NextExponential() * rules.MeanTimeToEscalation?.Value);
        if (!run.Scenario.Feedbacks.Escalation)
        {
            escalatesAt = null;
        }

        run.SetCaseworkPoints(item);
        item.Priority = rules.Priority;
        run.TeamOf(item).Enlist(item, run.Now);
        while (item.Worker is null)
        {
            double? next = escalatesAt is { } escalates && !(escalates > lostAt) ? escalates : lostAt;
            if (await item.Allocated.Wait(next - run.Now))
            {
                continue;
            }

            if (next == lostAt)
            {
                run.TeamOf(item).Withdraw(item);
                return false;
            }

            escalatesAt = null;
            Escalate(item);
        }

        await ConfirmAllocation(item);
        item.AllocatedAt = run.Now;
        return true;
    }

    private void Escalate(Case item)
    {
        item.Escalated = true;
        int target = run.LawsOf(item).EscalatesTo;
        if (target < 0)
        {
            run.TeamOf(item).Reprioritise(item, item.Priority - 1);
            return;
        }

        run.TeamOf(item).Withdraw(item);
        item.Pathway = target;
        item.Priority = run.LawsOf(item).Pathway.Waiting.Priority - 1;
        run.SetCaseworkPoints(item);
        run.TeamOf(item).Enlist(item, item.AcceptedAt ?? run.Now);
    }

    /// <summary>Has a manager make an allocation good. If the chosen worker leaves meanwhile, another is found.</summary>
    private async Process ConfirmAllocation(Case item)
    {
        while (true)
        {
            await run.SiteOf(item).Managers.Do(run.Scenario.Management.AllocationHours.Value);
            if (item.Worker is { } worker && item.Known is { } given && worker.Holder == given.Holder)
            {
                return;
            }

            item.Worker = null;
            item.Priority = ReallocationPriority;
            run.TeamOf(item).Enlist(item, run.Now);
            await UntilGiven(item);
        }
    }

    /// <summary>Finds the next lead for a case whose worker has left, or which is open at the start.</summary>
    private async Process Reallocate(Case item, bool countsAsLead)
    {
        item.Priority = ReallocationPriority;
        run.TeamOf(item).Enlist(item, run.Now);
        await UntilGiven(item);
        if (!countsAsLead)
        {
            await ConfirmAllocation(item);
        }
    }

    private async Process DoCasework(Case item, double workingDays)
    {
        PathwayLaws laws = run.LawsOf(item);
        double left = workingDays;
        item.Leads++;
        item.Workers += ReferenceEquals(item.Worker, item.Assessor) ? 0 : 1;
        while (true)
        {
            ServiceOutcome outcome = await Serve(item, left, laws.ContactHours, laws.Pathway.Casework.ContactsPerWeek, laws.Upkeep);
            if (outcome.Completed)
            {
                return;
            }

            left = outcome.RemainingWork + run.HandoverLoss(item);
            await Reallocate(item, countsAsLead: false);
            item.Leads++;
            item.Workers++;
        }
    }

    /// <summary>Works on a case until it is done or its worker leaves; then nobody holds it.</summary>
    private async Process<ServiceOutcome> Serve(Case item, double left, double hours, double visits, double upkeep)
    {
        Caseworker worker = item.Worker!;
        double road = visits * run.Travel.HoursPerVisit(worker.Post.BaseArea, item.Identity.Area);

        // Work that takes no hours still takes its time: it moves on at the nominal pace beside the rest.
        ServiceOutcome outcome = await worker.Server.Serve(left, Math.Max(hours + road, LeastHours), upkeep, road);
        item.Worker = null;
        if (outcome.Completed)
        {
            worker.Release(item.Points);
        }

        return outcome;
    }

    private static async Process UntilGiven(Case item)
    {
        while (item.Worker is null)
        {
            await item.Allocated.Wait();
        }
    }

    private double WorkGrowth(Case item) => run.Scenario.Feedbacks.Escalation
        ? 1 + (run.LawsOf(item).Pathway.Waiting.WorkGrowthPer100Days * item.WaitedBy(run.Now) / 100)
        : 1;

    /// <summary>Waits for the child's next referral; returns null if there is none. The draw belongs to the generation that closes.</summary>
    private async Process<Case?> AwaitReturn(Case item)
    {
        RandomStream random = run.Stream(Purposes.Return, item.Identity);
        double draw = random.NextUniform();
        ReturnRules rules = run.Scenario.Pathways[item.Identity.Pathway].Returns;
        double growth = run.Scenario.Feedbacks.Returns ? rules.GrowthPer100DaysWaited * item.WaitedBy(run.Now) / 100 : 0;
        if (draw >= rules.Chance.Value * (1 + growth) || item.Identity.Generation == ushort.MaxValue)
        {
            return null;
        }

        await run.Simulator.Delay(random.NextExponential() * rules.MeanDelay.Value);
        CaseIdentity next = item.Identity with { Generation = item.Identity.Generation + 1 };
        return run.OpenCase(next, (item.ReferredAt ?? run.Now, item.EndedAt ?? run.Now), item.Known);
    }
}
