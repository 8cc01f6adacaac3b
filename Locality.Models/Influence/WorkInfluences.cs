using System.Collections.Immutable;
using static LocalitySim.Models.InfluenceLink;
using Variable = LocalitySim.Models.InfluenceVariable;

namespace LocalitySim.Models;

/// <summary>Lists what moves caseloads, hours required, pace and closures.</summary>
internal static class WorkInfluences
{
    internal static IEnumerable<InfluenceLink> Of(Scenario scenario) => [.. Cases(scenario), .. Hours(scenario), .. FurtherServices(scenario), .. Contacts(scenario)];

    internal static bool Supports(Scenario scenario) => scenario.Pathways.Any(pathway => pathway.Supports.Any(support => support.Share.Value > 0));

    private static IEnumerable<InfluenceLink> Cases(Scenario scenario)
    {
        yield return More(Variable.OpenCases, Variable.Caseload, "An open case takes points of its worker's limit until it closes.", "pathways.casework.weights.points");
        yield return More(Variable.OpenCases, Variable.Closures, "Every open case moves on towards its closure.", "casework.duration");
        yield return Less(Variable.Closures, Variable.OpenCases, "A closed case leaves its worker.");
        yield return Less(Variable.WorkPerCase, Variable.Closures, "A case closes when its work is done.", "casework.duration");
        yield return More(Variable.Pace, Variable.Closures, "A case closes the sooner, the faster it moves on.");
        if (scenario.Pathways.Any(pathway => pathway.StepUp?.Share.Value > 0))
        {
            yield return More(Variable.Closures, Variable.Accepted, "Some closed cases go on at another tier, without a new assessment.", "pathways.stepUp.share");
        }
        else if (scenario.Pathways.Any(pathway => pathway.StepDown?.Share.Value > 0))
        {
            yield return More(Variable.Closures, Variable.Accepted, "Some closed cases go on at another tier, without a new assessment.", "pathways.stepDown.share");
        }
    }

    private static IEnumerable<InfluenceLink> Hours(Scenario scenario)
    {
        yield return More(Variable.HoursRequired, Variable.Load, "Load is hours required over hours available.");
        yield return Less(Variable.HoursAvailable, Variable.Load, "Load is hours required over hours available.");
        yield return Less(Variable.Load, Variable.Pace, "Above a load of 1 all work of a worker moves on slower; below it, at the nominal pace.");
        if (scenario.Pathways.Any(pathway => pathway.Casework.ContactsPerWeek > 0 && pathway.Casework.ContactHours.Value + pathway.Casework.RecordingHours.Value > 0))
        {
            yield return More(Variable.OpenCases, Variable.HoursRequired, "An open case takes contacts and their recording.", "casework.contacts");
        }

        if (scenario.Feedbacks.Upkeep && scenario.Pathways.Any(pathway => pathway.Casework.UpkeepHours.Value > 0))
        {
            yield return More(Variable.OpenCases, Variable.Upkeep, "An open case takes upkeep every week, whether or not it moves on.", "pathways.casework.upkeepHours");
            yield return More(Variable.Upkeep, Variable.HoursRequired, "Upkeep comes first, and moves no case on.", "pathways.casework.upkeepHours");
        }
    }

    private static IEnumerable<InfluenceLink> FurtherServices(Scenario scenario)
    {
        if (!Supports(scenario))
        {
            yield break;
        }

        ImmutableArray<SupportService> supports = [.. scenario.Pathways.SelectMany(pathway => pathway.Supports).Where(support => support.Share.Value > 0)];
        yield return More(Variable.Allocations, Variable.Supports, "Some cases ask further services for help once they have a lead.", "pathways.supports.share", delayed: true);
        if (supports.Any(support => support.HoursPerWeek.Value > 0))
        {
            yield return More(Variable.Supports, Variable.HoursRequired, "The help of a further service takes hours of its worker.", "pathways.supports.hoursPerWeek");
        }

        if (supports.Any(support => support.Points.Value > 0))
        {
            yield return More(Variable.Supports, Variable.Caseload, "The help of a further service takes points of its worker's limit.", "pathways.supports.points");
        }
    }

    private static IEnumerable<InfluenceLink> Contacts(Scenario scenario)
    {
        bool visits = scenario.Pathways.Any(pathway => pathway.Casework.ContactsPerWeek > 0 || pathway.Assessment is { MeanLength.Value: > 0, VisitsPerWeek: > 0 }
            || pathway.Supports.Any(support => support is { Share.Value: > 0, ContactsPerWeek: > 0 }));
        if (!visits)
        {
            yield break;
        }

        if (scenario.Travel.Speed is not null)
        {
            yield return More(Variable.TravelTime, Variable.HoursRequired, "Every visit takes the worker's way there and back.", "travel.speed");
        }

        ImmutableArray<HubRules> hubs = [.. DeliveryInUse.Of(scenario).Select(model => model.Hub).OfType<HubRules>().Where(hub => hub.ContactsAtHub.Value > 0)];
        if (!hubs.IsEmpty && scenario.Travel.Speed is not null)
        {
            yield return Less(Variable.Hub, Variable.TravelTime, "A contact at the hub saves the worker's way.", "deliveryModels.hub.contactsAtHub");
        }

        if (hubs.Any(hub => hub.Missed.Value > 0 || hub.MissedPerKilometre > 0))
        {
            yield return More(Variable.Hub, Variable.Missed, "Some appointments at a hub are missed.", hubs.Any(hub => hub.Missed.Value > 0) ? "delivery.missed" : "deliveryModels.hub.missedPerKilometre");
            yield return More(Variable.Missed, Variable.HoursRequired, "A missed appointment takes the worker's time, and is made again.");
        }
    }
}
