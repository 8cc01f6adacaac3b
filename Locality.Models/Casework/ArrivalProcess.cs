using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Brings families: those whose cases are open at the start, those on their way back, and first referrals.</summary>
internal sealed class ArrivalProcess(StructureRun run, ReferralProcess referrals)
{
    /// <summary>Starts every arrival of a run.</summary>
    internal void Start(DemandBasis demand, DemandForecast forecast)
    {
        for (int pathway = 0; pathway < run.Scenario.Pathways.Length; pathway++)
        {
            double families = 1 / (run.Scenario.Pathways[pathway].Siblings?.MeanChildren ?? 1);
            int open = (int)Math.Round(run.Scenario.Pathways[pathway].OpenCases * families);
            foreach (CaseIdentity identity in Identities(demand, pathway, CaseIdentity.FirstOpenCase, open))
            {
                run.TryOpenChild(new Case(identity, new Signal(run.Simulator)));
                run.Simulator.Start(referrals.FollowOpenCase(identity), "open case");
            }

            foreach (CaseIdentity identity in Identities(demand, pathway, CaseIdentity.FirstReturner, DemandForecast.ReturnersAtStart(run.Scenario, pathway)))
            {
                run.Simulator.Start(referrals.FollowReturner(identity), "returner");
            }
        }

        for (int pathway = 0; pathway < run.Scenario.Pathways.Length; pathway++)
        {
            for (int area = 0; area < run.Scenario.Place.Areas.Length; area++)
            {
                run.Simulator.Start(Arrive(area, pathway, new PoissonArrivals(forecast.FirstReferrals(area, pathway))), "arrivals");
            }
        }

        StartWalkIns(forecast);
    }

    /// <summary>Starts the referrals that walk in, on pathways led by a universal or targeted service, if any model of the scenario has some.</summary>
    private void StartWalkIns(DemandForecast forecast)
    {
        double most = run.Scenario.DeliveryModels.Select(model => model.Hub?.WalkIn ?? 0).DefaultIfEmpty(0).Max();
        for (int pathway = 0; most > 0 && pathway < run.Scenario.Pathways.Length; pathway++)
        {
            if (run.Scenario.Services[run.Scenario.IndexOfService(run.Scenario.Pathways[pathway].Service)].Tier == Tier.Specialist)
            {
                continue;
            }

            for (int area = 0; area < run.Scenario.Place.Areas.Length; area++)
            {
                run.Simulator.Start(WalkIn(area, pathway, new PoissonArrivals(forecast.FirstReferrals(area, pathway)), most), "walk-in");
            }
        }
    }

    private async Process Arrive(int area, int pathway, PoissonArrivals arrivals)
    {
        RandomStream gaps = run.Stream(Purposes.FirstReferrals, area, pathway);
        uint lineage = 0;
        while (arrivals.Next(gaps.NextExponential()) is { } time)
        {
            await run.Simulator.Delay(Math.Max(0, time - run.Now));
            run.Simulator.Start(referrals.FollowFirstReferral(IdentityOf(area, pathway, lineage)), "referral");
            lineage++;
        }
    }

    /// <summary>Brings those who walk in, by thinning: whoever would come to the busiest hub at the door comes in proportion to the hub there is now, if any.</summary>
    /// <remarks>So whoever walks in to one hub walks in to any that draws more, in every structure.</remarks>
    /// <param name="area">The area's index.</param>
    /// <param name="pathway">The pathway's index.</param>
    /// <param name="arrivals">Arrivals at the rate of the others.</param>
    /// <param name="most">The most that walk in for each that comes otherwise.</param>
    private async Process WalkIn(int area, int pathway, PoissonArrivals arrivals, double most)
    {
        RandomStream random = run.Stream(Purposes.WalkIn, area, pathway);
        uint lineage = CaseIdentity.FirstWalkIn;
        while (arrivals.Next(random.NextExponential() / most) is { } time)
        {
            double draw = random.NextUniform() * most;
            await run.Simulator.Delay(Math.Max(0, time - run.Now));
            Hub? hub = run.Sites[run.Arrangement.Map.LocalityOfArea[area]].Delivery.Hub;
            if (draw < hub?.Road.WalkIn(area))
            {
                run.Simulator.Start(referrals.FollowFirstReferral(IdentityOf(area, pathway, lineage)), "referral");
            }

            lineage++;
        }
    }

    /// <summary>Returns the identities of a number of families, shared among the areas by need.</summary>
    private IEnumerable<CaseIdentity> Identities(DemandBasis demand, int pathway, uint firstLineage, int total)
    {
        int[] counts = LargestRemainder.Share(demand.PathwayShares[pathway], total);
        return from area in Enumerable.Range(0, counts.Length)
               from number in Enumerable.Range(0, counts[area])
               select IdentityOf(area, pathway, firstLineage + (uint)number);
    }

    private CaseIdentity IdentityOf(int area, int pathway, uint lineage)
    {
        CaseIdentity identity = new(area, pathway, lineage, 0, 0);
        RandomStream random = run.Stream(Purposes.Child, identity);
        return identity with { Child = random.NextIndex(Math.Max(1, run.Scenario.Place.Areas[area].Children)) };
    }
}
