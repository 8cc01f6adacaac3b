using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the assessment by a worker, with the manager's sign-off.</summary>
internal sealed class AssessmentProcess(StructureRun run)
{
    /// <summary>The place in the list of an assessment, which has a statutory limit: after cases whose worker has left.</summary>
    private const int AssessmentPriority = 1;

    private readonly AssignedWork work = new(run);

    /// <summary>Has a case assessed; returns whether it is in need of the service.</summary>
    internal async Process<bool> Assess(Case item)
    {
        PathwayLaws laws = run.LawsOf(item);
        AssessmentStage stage = laws.Pathway.Assessment;
        RandomStream random = run.Stream(Purposes.Assessment, item.Identity);
        double left = laws.Assessment.Sample(ref random);
        bool inNeed = random.NextUniform() >= stage.NotInNeed.Value;
        if (left > 0)
        {
            double factor = laws.FamilyFactor(item.Children);
            DeliverySite delivery = run.SiteOf(item).Delivery;
            left = delivery.AssessmentLength(item, left, stage, run.IsLocal);
            double hours = stage.HoursPerWeek.Value * factor;
            WorkRate rate = new(hours, stage.VisitsPerWeek, 0, Math.Min(hours, stage.VisitsPerWeek * laws.Pathway.Casework.ContactHours.Value * factor));
            item.Service = laws.AssessingService;
            item.Points = stage.Points.Value * factor;
            item.Priority = AssessmentPriority;
            item.Assessments++;
            while (true)
            {
                run.TeamOf(item).Enlist(item, run.Now);
                await AssignedWork.UntilGiven(item);
                if (!run.IsBranching)
                {
                    item.Workers++;
                    item.NoteWorker(run.Now);
                }

                item.CountProfessional(1);
                ServiceOutcome outcome = await work.Serve(item, rate, left);
                item.CountProfessional(-1);
                if (outcome.Completed)
                {
                    break;
                }

                left = outcome.RemainingWork + run.HandoverLoss(item);
                item.Priority = AllocationProcess.ReallocationPriority;
            }
        }

        item.Assessor = item.Known?.Worker;
        await run.SiteOf(item).Managers.Do(run.Scenario.Management.SignOffHours.Value);
        item.AssessedAt = run.Now;
        return inNeed;
    }
}
