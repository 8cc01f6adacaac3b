using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is one replication of one structure: it builds the localities, runs the years, and keeps every case.</summary>
internal sealed class StructureRun
{
    private readonly StructureBasis basis;
    private readonly RandomStreams streams;
    private readonly LocalitySite[] sites;
    private readonly HashSet<int>[] openChildren;
    private readonly ReferralProcess referrals;

    /// <summary>Builds the localities and starts everything.</summary>
    /// <param name="basis">What every replication of the structure has in common.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replication">The replication's number.</param>
    /// <param name="demand">The replication's future of demand, where it has been drawn already: it is the same for every structure.</param>
    internal StructureRun(StructureBasis basis, ulong seed, int replication, DemandForecast? demand = null)
    {
        this.basis = basis;
        streams = new RandomStreams(seed, (uint)replication);
        Simulator = new Simulator();
        openChildren = [.. Scenario.Place.Areas.Select(_ => new HashSet<int>())];
        referrals = new ReferralProcess(this);
        sites = LocalityBuilder.Build(basis, Simulator);
        StaffProcess staff = new(this);
        foreach (Caseworker worker in Workers)
        {
            staff.Start(worker);
        }

        StartOpenCases();
        StartDemand(demand ?? new DemandForecast(Scenario, basis.Demand, streams));
    }

    internal Simulator Simulator { get; }

    internal Scenario Scenario => basis.Scenario;

    internal WorkingCalendar Calendar => basis.Calendar;

    internal TravelTimes Travel => basis.Travel;

    internal double Now => Simulator.Now;

    /// <summary>Gets the working days in a calendar day, on average.</summary>
    internal double WorkingDaysPerDay => basis.Calendar.WorkingDaysPerDay;

    /// <summary>Gets every case so far, in the order of referral.</summary>
    internal List<Case> Cases { get; } = [];

    internal IReadOnlyList<LocalitySite> Sites => sites;

    /// <summary>Gets every worker, locality by locality and service by service.</summary>
    internal IEnumerable<Caseworker> Workers => sites.SelectMany(site => site.Teams).SelectMany(team => team.Workers);

    internal RandomStream Stream(Purpose purpose, CaseIdentity identity) =>
        streams.Stream(purpose, identity.Group, identity.Lineage, identity.Generation);

    internal RandomStream Stream(Purpose purpose, Post post, uint generation = 0) =>
        streams.Stream(purpose, (uint)post.Service, post.Number, generation);

    internal LocalitySite SiteOf(Case item) => sites[basis.Map.LocalityOfArea[item.Identity.Area]];

    internal Team TeamOf(Case item) => SiteOf(item).Teams[LawsOf(item).Service];

    internal PathwayLaws LawsOf(Case item) => basis.Laws[item.Pathway];

    internal double HandoverLoss(Case item) => Scenario.Services[LawsOf(item).Service].HandoverLoss.Value;

    internal Case OpenCase(CaseIdentity identity, (double Referred, double Closed)? previous, (Caseworker Worker, int Holder)? known)
    {
        Case item = new(identity, new Signal(Simulator)) { Previous = previous, Known = known };
        Cases.Add(item);
        return item;
    }

    /// <summary>Marks the child's case as open; returns false if it is open already.</summary>
    internal bool TryOpenChild(Case item) => openChildren[item.Identity.Area].Add(item.Identity.Child);

    internal void EndCase(Case item, CaseOutcome outcome)
    {
        item.Outcome = outcome;
        item.EndedAt = Now;
        if (outcome != CaseOutcome.Joined)
        {
            openChildren[item.Identity.Area].Remove(item.Identity.Child);
        }
    }

    /// <summary>Draws the points of a case on its pathway of now.</summary>
    internal void SetCaseworkPoints(Case item)
    {
        RandomStream random = Stream(Purposes.Casework, item.Identity);
        PathwayLaws laws = LawsOf(item);
        _ = laws.Pathway.Casework.Duration.Sample(ref random);
        item.Points = laws.SamplePoints(ref random);
    }

    private void StartOpenCases()
    {
        for (int pathway = 0; pathway < Scenario.Pathways.Length; pathway++)
        {
            foreach (CaseIdentity identity in Identities(pathway, CaseIdentity.FirstOpenCase, Scenario.Pathways[pathway].OpenCases))
            {
                openChildren[identity.Area].Add(identity.Child);
                Simulator.Start(referrals.FollowOpenCase(identity), "open case");
            }

            foreach (CaseIdentity identity in Identities(pathway, CaseIdentity.FirstReturner, DemandForecast.ReturnersAtStart(Scenario, pathway)))
            {
                Simulator.Start(referrals.FollowReturner(identity), "returner");
            }
        }
    }

    /// <summary>Returns the identities of a number of children, shared among the areas by need.</summary>
    private IEnumerable<CaseIdentity> Identities(int pathway, uint firstLineage, int total)
    {
        int[] counts = LargestRemainder.Share(basis.Demand.NeedShares, total);
        return from area in Enumerable.Range(0, counts.Length)
               from number in Enumerable.Range(0, counts[area])
               select IdentityOf(area, pathway, firstLineage + (uint)number);
    }

    private void StartDemand(DemandForecast forecast)
    {
        for (int pathway = 0; pathway < Scenario.Pathways.Length; pathway++)
        {
            for (int area = 0; area < Scenario.Place.Areas.Length; area++)
            {
                Simulator.Start(Arrive(area, pathway, new PoissonArrivals(forecast.FirstReferrals(area, pathway))), "arrivals");
            }
        }
    }

    private async Process Arrive(int area, int pathway, PoissonArrivals arrivals)
    {
        RandomStream gaps = streams.Stream(Purposes.FirstReferrals, CaseIdentity.GroupOf(area, pathway));
        uint lineage = 0;
        while (arrivals.Next(gaps.NextExponential()) is { } time)
        {
            await Simulator.Delay(Math.Max(0, time - Now));
            Simulator.Start(referrals.FollowFirstReferral(IdentityOf(area, pathway, lineage)), "referral");
            lineage++;
        }
    }

    private CaseIdentity IdentityOf(int area, int pathway, uint lineage)
    {
        CaseIdentity identity = new(area, pathway, lineage, 0, 0);
        RandomStream random = Stream(Purposes.Child, identity);
        return identity with { Child = random.NextIndex(Math.Max(1, Scenario.Place.Areas[area].Children)) };
    }
}
