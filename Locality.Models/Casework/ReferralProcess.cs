using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a referral's life: contact, assessment, the unallocated list, casework, closure, further tiers, and return.</summary>
internal sealed class ReferralProcess(StructureRun run)
{
    private readonly ContactProcess contact = new(run);
    private readonly AssessmentProcess assessment = new(run);
    private readonly AllocationProcess allocation = new(run);
    private readonly CaseworkProcess casework = new(run);

    /// <summary>Follows a child from the first referral through every return.</summary>
    internal async Process FollowFirstReferral(CaseIdentity identity) => await FollowGenerations(run.OpenCase(identity, previous: null, known: null));

    /// <summary>Follows a child whose case is open at the start: the rest of the casework, then every return.</summary>
    internal async Process FollowOpenCase(CaseIdentity identity)
    {
        Case item = run.OpenCase(identity, previous: null, known: null);
        await casework.FinishOpenCase(item);
        run.EndCase(item, CaseOutcome.Closed);
        if (await AwaitReturn(await FollowTiers(item)) is { } returned)
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
            item = await AwaitReturn(item.Outcome == CaseOutcome.Closed ? await FollowTiers(item) : item);
        }
    }

    private async Process<CaseOutcome> FollowToEnd(Case item)
    {
        item.ReferredAt = run.Now;
        if (!await contact.Screen(item))
        {
            return CaseOutcome.NoFurtherAction;
        }

        return await assessment.Assess(item) ? await Help(item) : CaseOutcome.NotInNeed;
    }

    /// <summary>Follows an accepted case: the wait for a lead, and casework.</summary>
    private async Process<CaseOutcome> Help(Case item)
    {
        if (!await allocation.AwaitLead(item))
        {
            return CaseOutcome.Lost;
        }

        await casework.DoCasework(item);
        return CaseOutcome.Closed;
    }

    /// <summary>Follows a closed case through the tiers that it steps up or down to; returns the last one.</summary>
    private async Process<Case> FollowTiers(Case closed)
    {
        Case item = closed;
        while (run.NextTier(item) is { } next && run.TryOpenChild(next))
        {
            run.EndCase(next, await Help(next));
            item = next;
            if (item.Outcome != CaseOutcome.Closed)
            {
                break;
            }
        }

        return item;
    }

    /// <summary>Waits for the child's next referral; returns null if there is none. The draw belongs to the generation that closes.</summary>
    private async Process<Case?> AwaitReturn(Case item)
    {
        RandomStream random = run.Stream(Purposes.Return, item.Identity);
        double draw = random.NextUniform();
        ReturnRules rules = run.Scenario.Pathways[item.Identity.Pathway].Returns;
        double growth = run.Scenario.Feedbacks.Returns
            ? (rules.GrowthPer100DaysWaited * item.WaitedBy(run.Now) / 100) + (rules.GrowthPerChangeOfWorker * Math.Max(0, item.Workers - 1))
            : 0;
        if (draw >= rules.Chance.Value * (1 + growth) || item.Identity.Generation == CaseIdentity.MostGenerations)
        {
            return null;
        }

        await run.Simulator.Delay(random.NextExponential() * rules.MeanDelay.Value);
        CaseIdentity next = item.Identity with { Generation = item.Identity.Generation + 1, Step = 0 };
        return run.OpenCase(next, (item.FirstReferredAt ?? run.Now, item.EndedAt ?? run.Now), item.Known);
    }
}
