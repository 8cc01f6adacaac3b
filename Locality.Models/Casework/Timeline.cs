using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the dated changes of a structure: it waits for each one's day and puts what it makes of the arrangement in force.</summary>
/// <remarks>
/// A change comes at the start of its planned day; the opening of a delivery model waits for the model's lead time from then on. Where the
/// step says so it comes late by an exponential time, drawn for each future by the step's number. Of what happens at one instant, changes come
/// last but for panels, in the order of the list.
/// </remarks>
internal sealed class Timeline(StructureRun run, ArrangementAdoption adoption)
{
    /// <summary>The place of a change among the events of its time.</summary>
    private const int Late = 125;

    private const double YearDays = 365.25;

    /// <summary>Starts every change, the branching off first.</summary>
    internal void Start(StructureBasis basis)
    {
        if (basis.BranchDay > 0)
        {
            run.Simulator.Start(BranchOff(basis), "branch");
        }

        for (int number = 0; number < basis.Steps.Length; number++)
        {
            run.Simulator.Start(Follow(basis.Steps[number], number, basis), "step");
        }
    }

    /// <summary>Counts the referrals of the year before by area: first ones and returns.</summary>
    internal double[] ReferralsOfLastYear()
    {
        double[] counts = new double[run.Scenario.Place.Areas.Length];
        foreach (Case item in run.Cases)
        {
            // A case open at the start was referred before it; a tier is no referral.
            if (item.SteppedFrom is null && item.ReferredAt > run.Now - YearDays && item.ReferredAt >= 0)
            {
                counts[item.HomeArea]++;
            }
        }

        return counts;
    }

    private async Process BranchOff(StructureBasis basis)
    {
        await run.Simulator.DelayUntil(basis.BranchDay, Late);
        await adoption.Adopt(new ArrangementChange(basis.Arrangement, TransferTerms.Branch));
    }

    private async Process Follow(PlanStep step, int number, StructureBasis basis)
    {
        double planned = step.On.DayNumber - basis.Scenario.Start.DayNumber;
        double delay = LeadTime(step, basis.Scenario) + Lateness(step, number);
        for (int year = 0; planned + delay <= basis.Days; year++)
        {
            if (planned + delay > run.Now)
            {
                await run.Simulator.DelayUntil(planned + delay, Late);
            }

            await adoption.Adopt(ArrangementChanges.Of(run.Arrangement, step, number, ReferralsOfLastYear, basis.FreedMoney));
            if (step.Reallocate?.EveryYear != true)
            {
                return;
            }

            planned = step.On.AddYears(year + 1).DayNumber - basis.Scenario.Start.DayNumber;
        }
    }

    private double Lateness(PlanStep step, int number) =>
        step.MeanLateness is { } mean ? DrawOf(number) * mean.Value : 0;

    private double DrawOf(int number)
    {
        RandomStream random = run.Stream(Purposes.Lateness, number);
        return random.NextExponential();
    }

    private static double LeadTime(PlanStep step, Scenario scenario) => step.Delivery is { } change
        ? scenario.DeliveryModels.First(model => string.Equals(model.Id, change.Model, StringComparison.Ordinal)).LeadTime.Value
        : 0;
}
