using System.Collections.Immutable;
using static LocalitySim.Models.InfluenceLink;
using Variable = LocalitySim.Models.InfluenceVariable;

namespace LocalitySim.Models;

/// <summary>Lists what moves the waiting list, and what waiting does.</summary>
internal static class WaitingInfluences
{
    internal static IEnumerable<InfluenceLink> Of(Scenario scenario) => [.. List(scenario), .. WhileWaiting(scenario), .. Managers(scenario)];

    private static IEnumerable<InfluenceLink> List(Scenario scenario)
    {
        yield return More(Variable.Accepted, Variable.WaitingList, "Whoever is accepted stands on the list until a worker has room.");
        yield return More(Variable.WaitingList, Variable.Wait, "Cases of the same priority are taken in the order in which they came.");
        yield return More(Variable.WaitingList, Variable.Allocations, "Whoever waits is offered each room that a worker has.");
        yield return Less(Variable.Allocations, Variable.WaitingList, "Whoever is given a worker leaves the list.");
        yield return More(Variable.Allocations, Variable.OpenCases, "Casework begins with the allocation.");
        yield return Less(Variable.Caseload, Variable.Allocations, "A worker is given a case only if its points fit under the worker's limit.", "services.pointsPerFte");
        ImmutableArray<PanelRules> panels = [.. DeliveryInUse.Of(scenario).Select(model => model.Panel).OfType<PanelRules>()];
        if (panels.IsEmpty || !WorkInfluences.Supports(scenario))
        {
            yield break;
        }

        yield return More(Variable.Panel, Variable.Wait, "A case that wants several services waits for a sitting of the panel.", "deliveryModels.panel.interval");
        if (panels.Any(panel => panel.Slots is not null))
        {
            yield return More(Variable.Accepted, Variable.Panel, "A sitting decides on a limited number of cases.", "deliveryModels.panel.slots");
        }
    }

    private static IEnumerable<InfluenceLink> WhileWaiting(Scenario scenario)
    {
        if (scenario.Pathways.Any(pathway => pathway.Waiting.MeanPatience is not null))
        {
            yield return More(Variable.Wait, Variable.Lost, "A family that waits is lost when its patience ends.", "waiting.patience");
            yield return Less(Variable.Lost, Variable.WaitingList, "A family that is lost leaves the list.");
        }

        if (!scenario.Feedbacks.Escalation)
        {
            yield break;
        }

        ImmutableArray<Pathway> worse = [.. scenario.Pathways.Where(pathway => pathway.Waiting.MeanTimeToEscalation is not null)];
        if (!worse.IsEmpty)
        {
            yield return More(Variable.Wait, Variable.Escalated, "Need grows worse, once, while a case waits.", "waiting.escalation");
        }

        if (scenario.Pathways.Any(pathway => pathway.Waiting.WorkGrowthPer100Days > 0))
        {
            yield return More(Variable.Wait, Variable.WorkPerCase, "The work of a case grows with the days that it waited.", "pathways.waiting.workGrowthPer100Days");
        }

        // What a case becomes may be more work or less: the sign is known where it is the same for all.
        InfluenceSign?[] signs = [.. worse.Select(pathway => SignOf(scenario, pathway)).OfType<InfluenceSign>().Distinct().Select(sign => (InfluenceSign?)sign)];
        if (signs is [{ } same])
        {
            yield return new InfluenceLink(Variable.Escalated, Variable.WorkPerCase, same, IsDelayed: false, "A case that grew worse goes on with the casework of a higher tier.", "pathways.waiting.escalatesTo");
        }
    }

    private static IEnumerable<InfluenceLink> Managers(Scenario scenario)
    {
        Management rules = scenario.Management;
        bool allocates = rules.AllocationHours.Value > 0;
        bool signs = rules.SignOffHours.Value > 0 && DemandInfluences.Assesses(scenario);
        if (allocates)
        {
            yield return More(Variable.Allocations, Variable.ManagerWait, "A manager makes each allocation good.", "management.allocationHours");
            yield return More(Variable.ManagerWait, Variable.Wait, "The wait ends when a manager has made the allocation good.", "management.allocationHours");
        }

        if (signs)
        {
            yield return More(Variable.Assessments, Variable.ManagerWait, "A manager signs each assessment off.", "management.signOffHours");
            yield return Less(Variable.ManagerWait, Variable.AssessmentsInTime, "An assessment is done when a manager has signed it.", "management.signOffHours");
        }

        if ((allocates || signs) && rules.ClosureHours.Value > 0)
        {
            yield return More(Variable.Closures, Variable.ManagerWait, "A manager closes each case.", "management.closureHours");
        }

        if ((allocates || signs) && scenario.Pathways.Any(pathway => pathway.Conference is { Share.Value: > 0, Hours.Value: > 0 }))
        {
            yield return More(Variable.Accepted, Variable.ManagerWait, "Conferences on accepted cases take hours of the managers.", "pathways.conference.hours");
        }
    }

    /// <summary>Compares the mean nominal length of casework at a higher tier with that where the case came from; null where it stays or both are the same.</summary>
    private static InfluenceSign? SignOf(Scenario scenario, Pathway pathway)
    {
        if (scenario.Pathways.FirstOrDefault(item => string.Equals(item.Id, pathway.Waiting.EscalatesTo, StringComparison.Ordinal)) is not { } higher)
        {
            return null;
        }

        double change = DaysOf(higher) - DaysOf(pathway);
        return change > 0 ? InfluenceSign.Positive : change < 0 ? InfluenceSign.Negative : null;
    }

    private static double DaysOf(Pathway pathway) => pathway.Casework.Duration.Mean * pathway.Casework.NominalShare;
}
