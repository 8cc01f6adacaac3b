using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the way from acceptance to a lead professional: the panel, the unallocated list, and the manager who makes it good.</summary>
internal sealed class AllocationProcess(StructureRun run)
{
    /// <summary>The place in the list of a case whose worker has left: first.</summary>
    internal const int ReallocationPriority = 0;

    /// <summary>Waits for the first lead professional; returns false if the family is lost first.</summary>
    internal async Process<bool> AwaitLead(Case item)
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

        item.Service = run.LawsOf(item).Service;
        run.SetCaseworkPoints(item);
        item.Priority = rules.Priority - (item.IsUrgent ? 1 : 0);
        if (run.SiteOf(item).Delivery.GoesToPanel(item) && !await AwaitPanel(item, lostAt, escalatesAt))
        {
            if (escalatesAt is null || lostAt <= escalatesAt)
            {
                return false;
            }

            // What has become worse does not wait for the next sitting.
            escalatesAt = null;
            BecomeWorse(item);
        }

        run.TeamOf(item).Enlist(item, item.AcceptedAt ?? run.Now);
        while (item.Worker is null)
        {
            double? next = escalatesAt is { } escalates && !(escalates > lostAt) ? escalates : lostAt;
            if (await item.Allocated.Wait(next - run.Now))
            {
                continue;
            }

            if (next == lostAt)
            {
                item.ListedIn?.Withdraw(item);
                return false;
            }

            escalatesAt = null;
            Escalate(item);
        }

        await ConfirmAllocation(item);
        item.AllocatedAt = run.Now;
        return true;
    }

    /// <summary>Has a manager make an allocation good. If the chosen worker leaves or moves away meanwhile, another is found.</summary>
    internal async Process ConfirmAllocation(Case item)
    {
        while (true)
        {
            await run.SiteOf(item).Managers.Do(run.Scenario.Management.AllocationHours.Value);
            if (item.Worker is { } worker && item.Known is { } given && worker.Holder == given.Holder)
            {
                if (worker.Team == run.TeamOf(item))
                {
                    return;
                }

                worker.Release(item.Points);
            }

            item.Worker = null;
            item.Priority = ReallocationPriority;
            run.TeamOf(item).Enlist(item, run.Now);
            await AssignedWork.UntilGiven(item);
        }
    }

    /// <summary>Waits for the panel's decision; returns false if the family is lost or its need grows worse first.</summary>
    private async Process<bool> AwaitPanel(Case item, double? lostAt, double? escalatesAt)
    {
        Process decision = run.SiteOf(item).Delivery.Decide(item);
        double limit = Math.Min(lostAt ?? double.PositiveInfinity, escalatesAt ?? double.PositiveInfinity) - run.Now;
        if (!double.IsFinite(limit))
        {
            await decision;
            return true;
        }

        if (await run.Simulator.WithTimeout(decision, limit))
        {
            return true;
        }

        run.Simulator.Cancel(decision);
        return false;
    }

    private void BecomeWorse(Case item)
    {
        item.EscalatedAt = run.Now;
        if (run.LawsOf(item).EscalatesTo is not { } target)
        {
            item.Priority--;
            return;
        }

        item.Pathway = target;
        item.Service = run.LawsOf(item).Service;
        item.Priority = run.LawsOf(item).Pathway.Waiting.Priority - 1;
        run.SetCaseworkPoints(item);
    }

    private void Escalate(Case item)
    {
        if (run.LawsOf(item).EscalatesTo is null)
        {
            item.EscalatedAt = run.Now;
            item.ListedIn?.Reprioritise(item, item.Priority - 1);
            return;
        }

        item.ListedIn?.Withdraw(item);
        BecomeWorse(item);
        run.TeamOf(item).Enlist(item, item.AcceptedAt ?? run.Now);
    }
}
