using System.Collections.Immutable;
using static LocalitySim.Models.InfluenceLink;
using Variable = LocalitySim.Models.InfluenceVariable;

namespace LocalitySim.Models;

/// <summary>Lists what moves referrals, their screening and assessment, and returns.</summary>
internal static class DemandInfluences
{
    internal static IEnumerable<InfluenceLink> Of(Scenario scenario) => [.. Referrals(scenario), .. Assessments(scenario), .. Returns(scenario)];

    internal static bool Assesses(Scenario scenario) => scenario.Pathways.Any(pathway => pathway.Assessment.MeanLength.Value > 0);

    private static IEnumerable<InfluenceLink> Referrals(Scenario scenario)
    {
        yield return More(Variable.Need, Variable.Referrals, "First referrals come at the level that the scenario gives for each pathway.", "demand.referrals");
        DemandRules demand = scenario.Demand;
        if (!scenario.Calendar.SchoolHolidays.IsEmpty && demand.SchoolHolidayFactor.Value < 1 && scenario.Pathways.Any(pathway => FromSchools(demand, pathway)))
        {
            yield return Less(Variable.SchoolHolidays, Variable.Referrals, "Schools refer less while they are closed, and more of the year's referrals come on other days.", "demand.schoolHolidayFactor");
        }

        ImmutableArray<HubRules> hubs = [.. DeliveryInUse.Of(scenario).Select(model => model.Hub).OfType<HubRules>()];
        if (hubs.Any(hub => hub.WalkIn > 0) && scenario.Pathways.Any(pathway => scenario.Services[scenario.IndexOfService(pathway.Service)].Tier != Tier.Specialist))
        {
            yield return More(Variable.Hub, Variable.Referrals, "Some families near a hub walk in.", "deliveryModels.hub.walkIn");
        }
    }

    private static IEnumerable<InfluenceLink> Assessments(Scenario scenario)
    {
        bool finds = scenario.Pathways.Any(pathway => pathway.Assessment.NotInNeed.Value > 0);
        string? notInNeed = finds ? "assessment.notInNeed" : null;
        bool screens = scenario.FrontDoor.HoursPerContact.Value > 0 || scenario.Structures.Any(structure => structure.FrontDoor?.HoursPerContact.Value > 0);
        if (screens)
        {
            yield return More(Variable.Referrals, Variable.Screening, "The desks of the front door take contacts in turn.", "frontDoor.fte");
        }

        if (scenario.Pathways.Any(pathway => pathway.Assessment.MeanLength.Value == 0))
        {
            yield return More(Variable.Referrals, Variable.Accepted, "What screening passes on is accepted, without an assessment that takes time.", notInNeed);
        }

        if (!Assesses(scenario))
        {
            yield break;
        }

        if (screens)
        {
            yield return Less(Variable.Screening, Variable.AssessmentsInTime, "The limit of an assessment runs from the referral, screening included.", "pathways.assessment.limit");
        }

        yield return More(Variable.Referrals, Variable.Assessments, "What screening passes on is assessed.", "pathways.noFurtherAction");
        yield return More(Variable.Assessments, Variable.Accepted, "Assessments that find need are accepted.", notInNeed, delayed: true);
        if (scenario.Pathways.Any(pathway => pathway.Assessment is { MeanLength.Value: > 0, Points.Value: > 0 }))
        {
            yield return More(Variable.Assessments, Variable.Caseload, "An assessment takes points of its worker's limit.", "pathways.assessment.points");
        }

        if (scenario.Pathways.Any(pathway => pathway.Assessment is { MeanLength.Value: > 0, HoursPerWeek.Value: > 0 }))
        {
            yield return More(Variable.Assessments, Variable.HoursRequired, "An assessment takes hours of its worker for as long as it lasts.", "assessment.length");
        }

        yield return Less(Variable.Caseload, Variable.AssessmentsInTime, "An assessment stands on the list until a worker has room for its points.", "services.pointsPerFte");
        yield return More(Variable.Pace, Variable.AssessmentsInTime, "Assessments slow down with all other work of their worker.", "assessment.length");
    }

    private static IEnumerable<InfluenceLink> Returns(Scenario scenario)
    {
        ImmutableArray<Pathway> returning = [.. scenario.Pathways.Where(pathway => pathway.Returns.Chance.Value > 0)];
        if (returning.IsEmpty)
        {
            yield break;
        }

        yield return More(Variable.Returns, Variable.Referrals, "A child who comes back is a referral like any other; first referrals are set so that both together are as published.", "returns.chance");
        yield return More(Variable.Closures, Variable.Returns, "Some children come back after their case has closed.", "returns.chance", delayed: true);
        if (returning.Any(pathway => pathway.NoFurtherAction.Value > 0 || pathway.Assessment.NotInNeed.Value > 0))
        {
            yield return More(Variable.Referrals, Variable.Returns, "Some children come back after a referral that ended without help.", "returns.chance", delayed: true);
        }

        if (returning.Any(pathway => pathway.Waiting.MeanPatience is not null))
        {
            yield return More(Variable.Lost, Variable.Returns, "Some families that were lost are referred again.", "returns.chance", delayed: true);
        }

        if (scenario.Feedbacks.Returns && returning.Any(pathway => pathway.Returns.GrowthPer100DaysWaited > 0))
        {
            yield return More(Variable.Wait, Variable.Returns, "The chance of return grows with the days waited.", "pathways.returns.growthPer100DaysWaited", delayed: true);
        }

        if (scenario.Feedbacks.Returns && returning.Any(pathway => pathway.Returns.GrowthPerChangeOfWorker > 0))
        {
            yield return More(Variable.WorkerChanges, Variable.Returns, "The chance of return grows with each change of worker.", "pathways.returns.growthPerChangeOfWorker", delayed: true);
        }
    }

    private static bool FromSchools(DemandRules demand, Pathway pathway) =>
        pathway.Sources.IsEmpty ? demand.FromSchools.Value > 0 : pathway.Sources.Any(source => string.Equals(source.Name, "school", StringComparison.Ordinal) && source.Share.Value > 0);
}
