namespace LocalitySim.Models;

/// <summary>Counts the mileage of a year in which every case that comes gets its nominal visits from its team's bases, shared among them by posts.</summary>
/// <remarks>Contacts at a hub take no mileage. Where its rooms do not hold the contacts wanted, the expected share of them takes place at home.</remarks>
internal static class ExpectedMileage
{
    private const double WeeksPerYear = 365.25 / 7;

    /// <summary>Returns the cost of an arrangement's mileage in a year, in pounds; of one service's visits only where one is named.</summary>
    internal static double Of(Arrangement arrangement, int? service = null)
    {
        Scenario scenario = arrangement.Scenario;
        TravelTimes travel = new(scenario.Place, scenario.Travel);
        double[][] kilometres = [.. Enumerable.Range(0, scenario.Services.Length).Select(index => Kilometres(arrangement, travel, index))];
        List<PlannedVisits> planned = [.. scenario.Pathways.SelectMany(pathway => Planned(scenario, pathway))];
        double[] atHub = [.. Enumerable.Range(0, arrangement.Delivery.Length).Select(locality => ShareAtHub(arrangement, travel, planned, locality))];
        double pounds = 0;
        foreach (PlannedVisits visits in planned.Where(visits => service is null || visits.Service == service))
        {
            double[] roads = kilometres[visits.Service];
            bool isLocal = IsLocal(arrangement, visits);
            for (int area = 0; area < roads.Length; area++)
            {
                int locality = arrangement.Map.LocalityOfArea[area];
                if (IsNeeded(arrangement, visits, locality))
                {
                    pounds += visits.PerYear * visits.Need[area] * roads[area] * (1 - (isLocal ? atHub[locality] : 0)) / scenario.Travel.VisitsPerTrip * scenario.Travel.CostPerKilometre.Value;
                }
            }
        }

        return pounds;
    }

    private static bool IsLocal(Arrangement arrangement, PlannedVisits visits) => arrangement.Services[visits.Service].Deployment == Deployment.Locality;

    /// <summary>Tells whether visits take place: a shared assessment spares those of further services' own.</summary>
    private static bool IsNeeded(Arrangement arrangement, PlannedVisits visits, int locality) =>
        !(visits.IsOwnAssessment && arrangement.Delivery[locality].SharedAssessment && IsLocal(arrangement, visits));

    /// <summary>Returns the share of a locality's contacts that take place at its hub: what is wanted, as far as the rooms hold it.</summary>
    private static double ShareAtHub(Arrangement arrangement, TravelTimes travel, List<PlannedVisits> planned, int locality)
    {
        if (HubRoad.Of(arrangement, locality, travel) is not { } road)
        {
            return 0;
        }

        double share = road.Rules.ContactsAtHub.Value;
        if (road.Rules.Rooms is not { } rooms)
        {
            return share;
        }

        double wanted = 0;
        foreach (PlannedVisits visits in planned.Where(visits => IsLocal(arrangement, visits) && IsNeeded(arrangement, visits, locality)))
        {
            for (int area = 0; area < visits.Need.Length; area++)
            {
                if (arrangement.Map.LocalityOfArea[area] == locality)
                {
                    wanted += visits.PerYear * visits.Need[area] * visits.ContactHours * share / (1 - road.MissedShare(area));
                }
            }
        }

        double room = rooms * road.Rules.RoomHours.Value * WeeksPerYear;
        return wanted > room ? share * room / wanted : share;
    }

    /// <summary>Returns the mean round trip to each area from the bases of the posts that serve it.</summary>
    private static double[] Kilometres(Arrangement arrangement, TravelTimes travel, int service)
    {
        ServiceMap teams = arrangement.Services[service];
        List<Post>[] posts = [.. teams.TeamNames.Select((_, team) => arrangement.Posts
            .Where(post => post.Service == service && post.Team == team && post.Number < Establishment.FirstBought).ToList())];
        return [.. teams.TeamOfArea.Select((team, area) =>
        {
            double fte = posts[team].Sum(post => post.Fte);
            return fte > 0 ? posts[team].Sum(post => post.Fte * travel.RoundTripKilometres(post.BaseArea, area)) / fte : 0;
        })];
    }

    /// <summary>Returns the visits that a pathway's referrals of a year bring: assessment, casework of each team, and further services.</summary>
    private static IEnumerable<PlannedVisits> Planned(Scenario scenario, Pathway pathway)
    {
        double[] need = NeedShares.ByDeprivation(scenario.Place, pathway.DeprivationExponent ?? scenario.Demand.DeprivationExponent);
        double families = pathway.ReferralsPerYear * scenario.Demand.Level / (pathway.Siblings?.MeanChildren ?? 1);
        double further = 1 + ((pathway.Siblings?.WorkPerFurtherChild ?? 0) * ((pathway.Siblings?.MeanChildren ?? 1) - 1));
        double contactHours = pathway.Casework.ContactHours.Value * further;
        double assessed = 1 - pathway.NoFurtherAction.Value;
        double inNeed = assessed * (1 - pathway.Assessment.NotInNeed.Value);
        double assessmentWeeks = pathway.Assessment.MeanLength.Value / 5;
        double ofAssessment = assessed * assessmentWeeks * pathway.Assessment.VisitsPerWeek;
        double days = pathway.Casework.Duration.Mean * pathway.Casework.NominalShare;
        double leadDays = pathway.Casework.LongTerm is { } transfer ? PathwayWork.BeforeTransfer(pathway.Casework, transfer) : days;
        int lead = scenario.IndexOfService(pathway.Service);
        int assessor = scenario.IndexOfService(pathway.AssessedBy ?? pathway.Service);
        double leadWeeks = leadDays / 7;
        double ofLead = inNeed * leadWeeks * pathway.Casework.ContactsPerWeek;
        yield return new PlannedVisits(lead, families * (ofLead + (lead == assessor ? ofAssessment : 0)), need, contactHours);
        if (lead != assessor)
        {
            yield return new PlannedVisits(assessor, families * ofAssessment, need, contactHours);
        }

        if (pathway.Casework.LongTerm is { } later)
        {
            yield return new PlannedVisits(scenario.IndexOfService(later.Service), families * inNeed * ((days - leadDays) / 7) * pathway.Casework.ContactsPerWeek, need, contactHours);
        }

        foreach (SupportService support in pathway.Supports)
        {
            int service = scenario.IndexOfService(support.Service);
            double helped = families * inNeed * support.Share.Value * support.ContactsPerWeek;
            yield return new PlannedVisits(service, helped * support.MeanLength.Value / 7, need, pathway.Casework.ContactHours.Value);
            yield return new PlannedVisits(service, helped * support.AssessmentLength.Value / 5, need, pathway.Casework.ContactHours.Value, IsOwnAssessment: true);
        }
    }
}
