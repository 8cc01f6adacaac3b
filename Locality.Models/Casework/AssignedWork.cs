using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is work by the worker to whom it has been given.</summary>
internal sealed class AssignedWork(StructureRun run)
{
    /// <summary>The hours a week that stand for none: too few to slow anything.</summary>
    private const double LeastHours = 1e-9;

    /// <summary>Waits until a worker has been found.</summary>
    internal static async Process UntilGiven(Assignment item)
    {
        while (item.Worker is null)
        {
            await item.Allocated.Wait();
        }
    }

    /// <summary>Works until it is done or its worker leaves or moves away; then nobody holds it. A move that leaves it with its worker goes unnoticed.</summary>
    internal async Process<ServiceOutcome> Serve(Assignment item, WorkRate rate, double workingDays)
    {
        double left = workingDays;
        while (true)
        {
            Caseworker worker = item.Worker!;
            int holder = worker.Holder;
            if (item.Known is { } given && given.Worker == worker && given.Holder != holder)
            {
                // The worker left at the very instant of the allocation.
                item.Worker = null;
                return new ServiceOutcome(Completed: false, left);
            }

            ContactPlan plan = run.PlanContacts(item, worker, rate);

            // Work that takes no hours still takes its time: it moves on at the nominal pace beside the rest.
            ServiceOutcome outcome = await worker.Server.Serve(left, Math.Max(plan.Hours + plan.RoadHours, LeastHours), rate.Upkeep, plan.RoadHours);
            run.EndContacts(plan, left - outcome.RemainingWork);
            if (outcome.Completed)
            {
                item.Worker = null;
                worker.Release(item.Points);
                return outcome;
            }

            left = outcome.RemainingWork;
            bool stays = worker.IsFilled && worker.Holder == holder;
            if (stays && run.MayKeep(worker, item))
            {
                continue;
            }

            item.Worker = null;
            if (stays)
            {
                worker.Release(item.Points);
                await StandStill(item);
            }

            return outcome;
        }
    }

    /// <summary>Keeps a case that a dated change has taken from its worker until the next team lists it.</summary>
    private async Process StandStill(Assignment item)
    {
        item.Transfers++;
        if (run.Terms.DelayWorkingDays > 0)
        {
            item.IsInTransfer = true;
            await WorkingDelay.Of(run.Simulator, run.Calendar, run.Terms.DelayWorkingDays);
            item.IsInTransfer = false;
        }
    }
}
