using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is one replication of one structure: it builds the localities, runs the years, and keeps every case.</summary>
internal sealed class StructureRun
{
    private readonly StructureBasis basis;
    private readonly RandomStreams streams;
    private readonly HashSet<int>[] openChildren;
    private readonly CaseDraws draws;
    private readonly List<Team> allTeams;
    private readonly List<(double From, double Pounds)> costs;
    private LocalitySite[] sites;
    private Team[][] teams;

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
        Arrangement = basis.First;
        costs = [(basis.BranchDay, CostOf(Arrangement))];
        openChildren = [.. Scenario.Place.Areas.Select(_ => new HashSet<int>())];
        draws = new CaseDraws(this);
        sites = LocalityBuilder.Sites(basis, Arrangement, Simulator);
        teams = LocalityBuilder.Teams(basis, Arrangement, Simulator);
        allTeams = [.. Teams];
        StaffProcess staff = new(this);
        foreach (Post post in Arrangement.Posts)
        {
            Team team = teams[post.Service][post.Team];
            Caseworker worker = new(Simulator, Calendar, post, Scenario.Services[post.Service], team, Arrangement.CaseHours(post));
            team.Add(worker);
            Workers.Add(worker);
        }

        foreach (Caseworker worker in Workers)
        {
            staff.Start(worker);
        }

        staff.StartRotas();
        new Timeline(this, new ArrangementAdoption(this, staff)).Start(basis);
        new ArrivalProcess(this, new ReferralProcess(this)).Start(basis.Demand, demand ?? new DemandForecast(Scenario, basis.Demand, streams));
    }

    internal Simulator Simulator { get; }

    /// <summary>Gets what every replication of the structure has in common.</summary>
    internal StructureBasis Basis => basis;

    internal Scenario Scenario => basis.Scenario;

    internal WorkingCalendar Calendar => basis.Calendar;

    internal TravelTimes Travel => basis.Travel;

    internal double Now => Simulator.Now;

    /// <summary>Gets the working days in a calendar day, on average.</summary>
    internal double WorkingDaysPerDay => basis.Calendar.WorkingDaysPerDay;

    /// <summary>Gets what is in force now.</summary>
    internal Arrangement Arrangement { get; private set; }

    /// <summary>Gets every case so far, in the order of referral.</summary>
    internal List<Case> Cases { get; } = [];

    /// <summary>Gets every request for a further service's help so far.</summary>
    internal List<SupportRequest> Requests { get; } = [];

    internal IReadOnlyList<LocalitySite> Sites => sites;

    /// <summary>Gets the teams now, service by service.</summary>
    internal IEnumerable<Team> Teams => teams.SelectMany(service => service);

    /// <summary>Gets every team so far, those included that a dated change has ended.</summary>
    internal IReadOnlyList<Team> AllTeams => allTeams;

    /// <summary>Returns the teams of a service now.</summary>
    internal IReadOnlyList<Team> TeamsOf(int service) => teams[service];

    /// <summary>Gets every worker so far, service by service and by post.</summary>
    internal List<Caseworker> Workers { get; } = [];

    /// <summary>Gets the kilometres that families have travelled to hubs and back since the start, for pieces of work that a worker has ended.</summary>
    internal double FamilyKilometres { get; private set; }

    /// <summary>Gets what the last dated change costs those whom it moves.</summary>
    internal TransferTerms Terms { get; private set; } = TransferTerms.Usual;

    /// <summary>Gets the one-off cost of the dated changes so far, in pounds.</summary>
    internal double SetUpCost { get; private set; }

    /// <summary>Gets whether the structure branches off at this very instant: what changes hands then costs nothing.</summary>
    internal bool IsBranching => !Terms.LosesProgress && Now == basis.BranchDay;

    /// <summary>Gets since when teams' records run.</summary>
    internal double RecordsSince { get; private set; }

    /// <summary>Forgets what the teams' records hold, at the end of the warm-up.</summary>
    internal void ResetRecords()
    {
        RecordsSince = Now;
        foreach (Team team in allTeams)
        {
            team.WaitingOverTime.ResetAt(Now);
        }
    }

    /// <summary>Returns the recurrent cost in a year, in pounds: the average over a time of what was in force.</summary>
    internal double MeanCost(double from, double to)
    {
        if (costs.Count == 1)
        {
            return costs[0].Pounds;
        }

        double pounds = 0;
        for (int index = 0; index < costs.Count; index++)
        {
            double begin = Math.Max(from, costs[index].From);
            double end = Math.Min(to, index + 1 < costs.Count ? costs[index + 1].From : to);
            pounds += end > begin ? (end - begin) * costs[index].Pounds : 0;
        }

        return pounds / (to - from);
    }

    /// <summary>Puts an arrangement in force, with the sites and teams that carry it.</summary>
    internal void Enter(ArrangementChange change, LocalitySite[] nextSites, Team[][] nextTeams)
    {
        Arrangement = change.Next;
        Terms = change.Terms;
        SetUpCost += change.SetUpCost;
        sites = nextSites;
        teams = nextTeams;
        allTeams.AddRange(Teams.Except(allTeams));
        double pounds = CostOf(Arrangement);
        if (pounds != costs[^1].Pounds)
        {
            costs.Add((Now, pounds));
        }
    }

    private double CostOf(Arrangement arrangement) => (ReferenceEquals(arrangement, basis.Arrangement) ? basis.Cost : Budget.Cost(arrangement)).Total;

    internal RandomStream Stream(Purpose purpose, CaseIdentity identity) =>
        streams.Stream(purpose, identity.Group, identity.Lineage, identity.Generation);

    internal RandomStream Stream(Purpose purpose, Post post, uint generation = 0) =>
        streams.Stream(purpose, (uint)post.Service, post.Number, generation);

    /// <summary>Returns the stream of an area and pathway.</summary>
    internal RandomStream Stream(Purpose purpose, int area, int pathway) => streams.Stream(purpose, CaseIdentity.GroupOf(area, pathway));

    /// <summary>Returns the stream of a dated change.</summary>
    internal RandomStream Stream(Purpose purpose, int step) => streams.Stream(purpose, (uint)step);

    internal LocalitySite SiteOf(Assignment item) => sites[Arrangement.Map.LocalityOfArea[item.HomeArea]];

    internal Team TeamOf(Assignment item) => TeamOf(item.Service, item.HomeArea);

    /// <summary>Returns the team of a service that serves an area now.</summary>
    internal Team TeamOf(int service, int area) => teams[service][Arrangement.Services[service].TeamOfArea[area]];

    internal PathwayLaws LawsOf(Case item) => basis.Laws[item.Pathway];

    internal double HandoverLoss(Assignment item) => IsBranching ? 0 : Scenario.Services[item.Service].HandoverLoss.Value;

    /// <summary>Tells whether a service is deployed by locality now, and so part of each locality's delivery model.</summary>
    internal bool IsLocal(int service) => Arrangement.Services[service].Deployment == Deployment.Locality;

    /// <summary>Tells whether a worker whose place has changed may keep a case.</summary>
    internal bool MayKeep(Caseworker worker, Assignment item)
    {
        if (worker.Team.Serves(item.HomeArea))
        {
            return true;
        }

        if (Terms.KeepsOpenCases)
        {
            item.KeptBy = (worker, worker.Holder);
        }

        return item.KeptBy == (worker, worker.Holder);
    }

    /// <summary>Plans how the contacts of a piece of work take place while a worker does it.</summary>
    /// <remarks>A hub is for the families of its locality and the workers who are deployed there.</remarks>
    internal ContactPlan PlanContacts(Assignment item, Caseworker worker, WorkRate rate)
    {
        double roadHours = Travel.HoursPerVisit(worker.Post.BaseArea, item.HomeArea);
        bool isLocal = IsLocal(worker.Post.Service) && worker.Post.Locality == Arrangement.Map.LocalityOfArea[item.HomeArea];
        return isLocal && SiteOf(item).Delivery.Hub is { } hub
            ? hub.Book(rate, item.HomeArea, roadHours)
            : new ContactPlan(rate.Hours, rate.ContactsPerWeek * roadHours);
    }

    /// <summary>Ends the contacts of a piece of work, of which so many nominal working days were done.</summary>
    internal void EndContacts(ContactPlan plan, double workingDaysDone)
    {
        plan.Hub?.GiveBack(plan.RoomHours);
        FamilyKilometres += plan.FamilyKilometres * workingDaysDone / 5;
    }

    internal Case OpenCase(CaseIdentity identity, (double Referred, double Closed)? previous, (Caseworker Worker, int Holder)? known)
    {
        Case item = new(identity, new Signal(Simulator)) { Previous = previous, Known = known };
        draws.DrawFamily(item);
        Cases.Add(item);
        return item;
    }

    /// <summary>Opens the case's next tier; returns null if it ends here.</summary>
    internal Case? NextTier(Case item)
    {
        if (draws.NextTierOf(item) is not { } pathway)
        {
            return null;
        }

        Case next = new(item.Identity with { Step = item.Identity.Step + 1 }, new Signal(Simulator))
        {
            Pathway = pathway,
            FirstPathway = pathway,
            Children = item.Children,
            AgeBand = item.AgeBand,
            Source = item.Source,
            Known = item.Known,
            Assessor = item.Known?.Worker,
            SteppedFrom = item,
        };
        draws.DrawWants(next);
        Cases.Add(next);
        return next;
    }

    /// <summary>Enters a request for a further service's help.</summary>
    internal SupportRequest Request(Case item, SupportLaws laws)
    {
        SupportRequest request = new(item, laws, new Signal(Simulator)) { RequestedAt = Now };
        Requests.Add(request);
        return request;
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
    internal void SetCaseworkPoints(Case item) => item.Points = draws.CaseworkPoints(item);
}
