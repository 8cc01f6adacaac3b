using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the help of a further service, at the same time as the lead's casework.</summary>
internal sealed class SupportProcess(StructureRun run)
{
    private readonly AssignedWork work = new(run);

    /// <summary>Asks a service for help with a case, waits for one of its workers, and is helped to the end.</summary>
    internal async Process Help(Case item, WantedSupport wanted)
    {
        SupportService rules = wanted.Laws.Rules;
        DeliverySite delivery = run.SiteOf(item).Delivery;
        bool isLocal = run.IsLocal(wanted.Laws.Service);
        SupportRequest request = run.Request(item, wanted.Laws);
        await WorkingDelay.Of(run.Simulator, run.Calendar, wanted.Delay * delivery.RequestDelay(isLocal));
        bool assesses = !(isLocal && delivery.Model.SharedAssessment) && rules.AssessmentLength.Value > 0;
        item.Assessments += assesses ? 1 : 0;
        double left = (assesses ? rules.AssessmentLength.Value : 0) + (wanted.Length * rules.MeanLength.Value * run.WorkingDaysPerDay);
        double contactHours = rules.ContactsPerWeek * run.LawsOf(item).Pathway.Casework.ContactHours.Value;
        WorkRate rate = new(rules.HoursPerWeek.Value, rules.ContactsPerWeek, 0, Math.Min(rules.HoursPerWeek.Value, contactHours));
        request.Service = wanted.Laws.Service;
        request.Points = rules.Points.Value;
        request.Priority = rules.Priority;
        while (true)
        {
            run.TeamOf(request).Enlist(request, run.Now);
            await AssignedWork.UntilGiven(request);
            request.StartedAt ??= run.Now;
            item.CountProfessional(1);
            ServiceOutcome outcome = await work.Serve(request, rate, left);
            item.CountProfessional(-1);
            if (outcome.Completed)
            {
                break;
            }

            left = outcome.RemainingWork + run.HandoverLoss(request);
            request.Priority = AllocationProcess.ReallocationPriority;
        }

        request.EndedAt = run.Now;
    }
}
