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
