using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes item 2.5 of the checklist: entities, activities, resources, queues, entry and exit points.</summary>
internal static class ComponentsSection
{
    internal static void Write(DescriptionSource source, DescriptionText text)
    {
        Scenario scenario = source.Scenario;
        text.Item("2.5.1", "Entities");
        text.Say("Children's cases, one for each referral that joins no open case. Each has a home area, a child, a pathway, points and a number of returns. Pathways:");
        foreach (Pathway pathway in scenario.Pathways)
        {
            text.List($"{Words.Name(pathway.Name, pathway.Id)}: {Words.Number(pathway.ReferralsPerYear)} referrals a year, returns included; {Words.Number(pathway.OpenCases)} cases open on the first day");
            foreach (string line in PathwayWords.Children(pathway))
            {
                text.List(line, 1);
            }

            text.List(source.RestsOn("pathways", pathway.Id), 1);
        }

        text.Item("2.5.2", "Activities");
        foreach (Pathway pathway in scenario.Pathways)
        {
            text.List($"{Words.Name(pathway.Name, pathway.Id)}:");
            foreach (string line in PathwayWords.Work(source, pathway))
            {
                text.List(line, 1);
            }
        }

        Management management = scenario.Management;
        text.List($"managers: sign an assessment off ({Words.Of(management.SignOffHours)}), allocate ({Words.Of(management.AllocationHours)}) and close a case ({Words.Of(management.ClosureHours)})");
        WriteResources(source, text);

        text.Item("2.5.4", "Queues");
        text.List("the front door's contacts: in order of arrival");
        text.List("each team's list: assessments, first allocations and cases whose worker has left; by priority (0 for a case whose worker has left, 1 for an assessment, then the pathway's), then time on the list");
        text.List("each locality's managers: in order of arrival");
        text.List("supports: by the support's priority, on the list of the service that is asked");
        if (scenario.DeliveryModels.Any(model => model.Panel is not null))
        {
            text.List("each panel: by priority, then in order, as many as it has slots");
        }

        foreach (Pathway pathway in scenario.Pathways)
        {
            text.List($"while a case of {pathway.Name} waits: {PathwayWords.Waiting(source, pathway)}");
        }

        text.Item("2.5.5", "Entry and exit points");
        text.List("in: first referrals of each area and pathway, a Poisson process whose rate changes with the day, the season and the drift of demand");
        foreach (Pathway pathway in scenario.Pathways)
        {
            foreach (string line in PathwayWords.Exits(source, pathway))
            {
                text.List($"{pathway.Name}: {line}");
            }
        }
    }

    private static void WriteResources(DescriptionSource source, DescriptionText text)
    {
        Scenario scenario = source.Scenario;
        text.Item("2.5.3", "Resources");
        foreach (Service service in scenario.Services)
        {
            text.List($"{Words.Name(service.Name, service.Id)}: {Words.Of(service.Fte)} in posts of {Words.Number(service.PostSize.Value)}, {Words.Choice(service.Tier)}, employed by {service.Agency}");
            foreach (string line in ServiceWords.Of(scenario, service))
            {
                text.List(line, 1);
            }

            text.List(source.RestsOn("services", service.Id), 1);
        }

        Management management = scenario.Management;
        string administrators = management.AdministratorsPerLocality.Value > 0 ? $", {Words.Of(management.AdministratorsPerLocality)} of administrators" : "";
        string upper = management.AreaManagersPerUpperTierArea.Value > 0 ? $"; {Words.Of(management.AreaManagersPerUpperTierArea)} of area managers for each upper-tier area" : "";
        text.List($"managers of a locality: {Words.Of(management.AreaManagersPerLocality)} of area managers, {Words.Of(management.CoordinatorsPerLocality)} of coordinators{administrators}{upper}; a team manager for {Words.Number(management.WorkersPerTeamManager)} workers; {Words.Of(management.ManagerHours)} each for the work above, and {Words.Of(management.LinkHoursPerLocality)} of links with partners in each locality");
        Travel travel = scenario.Travel;
        text.List(travel.Speed is { } speed
            ? $"the road: {Words.Number(speed.Value)} km/h door to door, detour factor {Words.Number(travel.DetourFactor)}, {Words.Number(travel.VisitsPerTrip)} visits a trip, {Words.Of(travel.CostPerKilometre)} a km"
            : "the road takes no time");
    }
}
