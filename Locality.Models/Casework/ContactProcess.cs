using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the contact: the family comes to a front door, which screens it.</summary>
internal sealed class ContactProcess(StructureRun run)
{
    /// <summary>Has a contact screened; returns whether it goes on to an assessment.</summary>
    internal async Process<bool> Screen(Case item)
    {
        RandomStream random = run.Stream(Purposes.Screening, item.Identity);
        double screening = random.NextExponential();
        bool noFurtherAction = random.NextUniform() < run.LawsOf(item).Pathway.NoFurtherAction.Value;
        await run.SiteOf(item).AccessPoint.Screen(screening);
        item.AccessPoints++;
        item.ScreenedAt = run.Now;
        return !noFurtherAction;
    }
}
