using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Puts a service into words: where its teams are, how many hours and points a post has, how posts turn over.</summary>
internal static class ServiceWords
{
    internal static IEnumerable<string> Of(Scenario scenario, Service service)
    {
        foreach (IGrouping<(Deployment Deployment, StaffingRule Sharing, int Teams), Structure> place in scenario.Structures.GroupBy(structure => Place(structure, service)))
        {
            string structures = place.Count() == scenario.Structures.Length ? "every structure" : Words.List(place.Select(structure => structure.Id));
            yield return $"in {structures}: {Words.Of(place.Key.Deployment)} ({Words.Count(place.Key.Teams, "team", "teams")}), posts shared {Words.Of(place.Key.Sharing)}";
        }

        if (service.PartTime is { } partTime)
        {
            yield return $"{Words.Percent(partTime.Share)} of posts are part-time, {Words.Number(partTime.Size.Value)} of a full one";
        }

        yield return $"limit: {Words.Of(service.PointsPerFte)} for a full-time worker, {Words.Percent(service.FirstYearLimit)} of that in the first year in post";
        string duty = service.DutyRota ? "a duty rota, one worker of the team a day" : $"{Words.Of(service.DutyHours)} of duty";
        string other = string.Concat(service.OtherWork.Select(work => $", {Words.Of(work.HoursPerWeek)} of {work.Name}"));
        yield return $"week: {Words.Number(service.PaidHours.Value)} paid hours, {Words.Percent(service.FixedShare)} of them for no case, {duty}, {Words.Of(service.SupervisionHours)} of supervision{other}";
        yield return $"turnover {Words.Percent(service.YearlyTurnover)} a year; a post that was left is empty for {Words.Of(service.MeanVacancy)} on average; a change of worker costs a case {Words.Of(service.HandoverLoss)}";
        if (service.AgencyCover is { } cover)
        {
            yield return $"agency workers cover {Words.Percent(cover.Share)} of vacancies, {Words.Of(cover.Delay)} later, and stay {Words.Of(cover.MeanStay)} on average";
        }

        string termTime = service.TermTimeOnly.Value > 0 ? $"; {Words.Percent(service.TermTimeOnly)} of posts are term-time only" : "";
        yield return $"sickness {Words.Percent(service.AbsenceShare)} of working time, in spells of {Words.Of(service.MeanAbsence)} on average; {Words.Count(service.LeaveWeeks, "week", "weeks")} of leave a year{termTime}";
        yield return $"{Words.Of(service.CostPerFte)} a year for a full-time post";
    }

    private static (Deployment Deployment, StaffingRule Sharing, int Teams) Place(Structure structure, Service service)
    {
        ServicePlacement? placement = structure.Services.FirstOrDefault(placement => string.Equals(placement.Service, service.Id, StringComparison.Ordinal));
        Deployment deployment = placement?.Deployment ?? service.Deployment;
        int teams = deployment switch
        {
            Deployment.Locality => structure.Localities.Length,
            Deployment.UpperTierArea => structure.Localities.Select(locality => locality.UpperTierArea).OfType<string>().Distinct(StringComparer.Ordinal).Count()
                + structure.Localities.Count(locality => locality.UpperTierArea is null),
            _ => 1,
        };
        return (deployment, placement?.Sharing ?? service.Sharing ?? structure.Staffing, teams);
    }
}
