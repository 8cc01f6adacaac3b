using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the contact: the family comes to an access point, which screens it or passes it on.</summary>
internal sealed class ContactProcess(StructureRun run)
{
    /// <summary>Has a contact screened; returns whether it goes on to an assessment.</summary>
    internal async Process<bool> Screen(Case item)
    {
        RandomStream random = run.Stream(Purposes.Screening, item.Identity);
        double screening = random.NextExponential();
        bool noFurtherAction = random.NextUniform() < run.LawsOf(item).Pathway.NoFurtherAction.Value;
        FrontDoorSite door = run.SiteOf(item).FrontDoor;
        AccessPoint point = door.Primary;
        if (door.Shares is { } shares)
        {
            // All draws are made whatever they decide, so that a change of one share moves no other draw.
            RandomStream access = run.Stream(Purposes.Access, item.Identity);
            int index = shares.Sample(ref access);
            AccessPointRules rules = door.Rules.AccessPoints[index];
            bool isMisdirected = access.NextUniform() < rules.Misdirected.Value && !door.IsPrimary(index);
            bool isAssessed = access.NextUniform() < rules.RepeatsAssessment.Value;
            double firstScreening = access.NextExponential();
            double delay = access.NextExponential() * rules.RedirectionDelay.Value;
            point = door.AccessPoints[index];
            if (isMisdirected)
            {
                item.AccessPoints++;
                item.Assessments += isAssessed ? 1 : 0;
                await point.Screen(firstScreening, isAssessed ? rules.RepeatedAssessmentHours.Value : 0);
                await WorkingDelay.Of(run.Simulator, run.Calendar, delay);
                point = run.SiteOf(item).FrontDoor.Primary;
            }
        }

        item.AccessPoints++;
        await point.Screen(screening);
        item.ScreenedAt = run.Now;
        return !noFurtherAction;
    }
}
