using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Watches one run: takes the sums from the end of the warm-up on, and looks once a month. Looking changes nothing.</summary>
internal sealed class RunObserver
{
    private const int ShortWaitWorkingDays = 5;
    private const int LongWaitWorkingDays = 20;

    private readonly StructureRun run;
    private readonly OutcomeBasis basis;
    private readonly double[] children;
    private readonly HeldChildren held;
    private readonly double[] capacityOfArea;
    private readonly double[] pointsOfArea;
    private readonly double[] fteOfArea;
    private double familyKilometresBefore;

    internal RunObserver(StructureRun run, OutcomeBasis basis)
    {
        this.run = run;
        this.basis = basis;
        children = [.. run.Scenario.Place.Areas.Select(area => (double)area.Children)];
        capacityOfArea = new double[children.Length];
        pointsOfArea = new double[children.Length];
        fteOfArea = new double[children.Length];
        held = new HeldChildren(run);
        Hours = new HoursByPart(run, basis.Levels);
        Waiting = new double[basis.Levels.Count];
        Posts = new double[basis.Levels.Count];
        run.Simulator.Start(Watch(), "observer");
    }

    /// <summary>Gets the end of the warm-up.</summary>
    internal double From => basis.Levels.Start;

    /// <summary>Gets the monthly looks since then.</summary>
    internal List<MonthlyLook> Looks { get; } = [];

    /// <summary>Gets the hours since then, part by part.</summary>
    internal HoursByPart Hours { get; }

    /// <summary>Gets the sum over the looks of the children on lists, part by part.</summary>
    internal double[] Waiting { get; }

    /// <summary>Gets the sum over the looks of the posts, part by part.</summary>
    internal double[] Posts { get; }

    /// <summary>Gets the kilometres that families have travelled to hubs since then; null where nothing brings them there.</summary>
    internal double? FamilyKilometres => HasHubs ? run.FamilyKilometres - familyKilometresBefore : null;

    /// <summary>Gets whether any delivery model is a hub.</summary>
    private bool HasHubs => run.Scenario.DeliveryModels.Any(model => model.Hub is not null);

    /// <summary>Gets whether any service covers vacancies with agency workers.</summary>
    internal bool HasAgencyCover => run.Scenario.Services.Any(service => service.AgencyCover is not null);

    /// <summary>Returns the mean number of cases on lists since then, whichever teams there have been.</summary>
    internal double MeanWaiting()
    {
        return run.Now > From
            ? run.AllTeams.Sum(team => team.WaitingOverTime.Integral(run.Now)) / (run.Now - From)
            : run.AllTeams.Sum(team => team.WaitingOverTime.Mean(run.Now));
    }

    /// <summary>Gets what each filled post held at each of these looks.</summary>
    internal CaseloadLooks Caseloads { get; } = new();

    /// <summary>Returns each area's share of capacity over the looks.</summary>
    internal double[] CapacityByArea() => [.. capacityOfArea.Select(sum => sum / Looks.Count)];

    /// <summary>Returns the points held or waiting over the filled full-time equivalents of all teams that serve an area, over the looks; null where nobody ever did.</summary>
    internal double? CaseloadOfArea(int area) => fteOfArea[area] > 0 ? pointsOfArea[area] / fteOfArea[area] : null;

    private async Process Watch()
    {
        await run.Simulator.Delay(From);
        run.ResetRecords();
        familyKilometresBefore = run.FamilyKilometres;

        Hours.Begin();
        while (true)
        {
            Hours.Bring();
            Looks.Add(Look());
            await run.Simulator.Delay(DemandLevels.MonthDays);
        }
    }

    private MonthlyLook Look()
    {
        List<double> loads = [];
        List<double> sizes = [];
        double posts = 0;
        double agency = 0;
        double paid = 0;
        double forCases = 0;
        for (int index = 0; index < run.Workers.Count; index++)
        {
            Caseworker worker = run.Workers[index];
            if (worker.IsAbolished)
            {
                continue;
            }

            double fte = worker.Post.Fte;
            posts += fte;
            CountPost(worker.Post);
            if (worker.IsFilled)
            {
                loads.Add(worker.HeldPoints / fte);
                sizes.Add(fte);
                Caseloads.Add(index, worker.HeldPoints / fte, fte);
                agency += worker.IsAgency ? fte : 0;
                paid += fte * run.Scenario.Services[worker.Post.Service].PaidHours.Value;
                forCases += worker.CaseHours;
            }
        }

        double filled = sizes.Sum();
        double mean = filled > 0 ? loads.Zip(sizes, (load, size) => load * size).Sum() / filled : 0;
        (int waiting, int overFive, int over20) = CountWaiting();
        return new MonthlyLook(
            Inequality.Variation(loads, sizes),
            mean > 0 ? loads.Max() / mean : null,
            Inequality.Gini(LoadsOfAreas(), children),
            NeedCapacityGap(),
            held.Count(),
            posts,
            filled,
            agency,
            paid,
            forCases,
            waiting,
            overFive,
            over20);
    }

    private void CountPost(Post post)
    {
        (int locality, int service, int tier) = basis.Levels.PartsOf(post);
        Posts[0] += post.Fte;
        Posts[locality] += post.Fte;
        Posts[service] += post.Fte;
        Posts[tier] += post.Fte;
        Posts[basis.Levels.PartOfMonth(run.Now)] += post.Fte;
    }

    private (int All, int OverFive, int Over20) CountWaiting()
    {
        double now = run.Calendar.ToServiceTime(run.Now);
        (int all, int overFive, int over20) = (0, 0, 0);
        int month = basis.Levels.PartOfMonth(run.Now);
        Span<int> parts = stackalloc int[BreakdownLevels.MostParts];
        foreach (Team team in run.Teams)
        {
            foreach (Assignment item in team.Waiting.Cases)
            {
                double since = now - run.Calendar.ToServiceTime(item.ListedSince);
                all++;
                overFive += since > ShortWaitWorkingDays ? 1 : 0;
                over20 += since > LongWaitWorkingDays ? 1 : 0;
                Case family = item as Case ?? ((SupportRequest)item).Case;
                int count = basis.Levels.Find(family, team.Service, parts);
                Waiting[month] += family.Children;
                foreach (int part in parts[..count])
                {
                    Waiting[part] += family.Children;
                }
            }
        }

        return (all, overFive, over20);
    }

    private double? NeedCapacityGap()
    {
        double[] need = basis.Basis.Demand.NeedShares;
        double[] capacity = Capacity.ByArea(run.Arrangement, need, PostsInTeams());
        double total = capacity.Sum();
        for (int area = 0; area < capacity.Length && total > 0; area++)
        {
            capacityOfArea[area] += capacity[area] / total;
        }

        return Inequality.Dissimilarity(capacity, need);
    }

    private IEnumerable<(int Service, int Team, double Size)> PostsInTeams()
    {
        for (int service = 0; service < run.Scenario.Services.Length; service++)
        {
            IReadOnlyList<Team> those = run.TeamsOf(service);
            for (int team = 0; team < those.Count; team++)
            {
                foreach (Caseworker worker in those[team].Workers)
                {
                    if (!worker.IsAbolished && worker.Team == those[team])
                    {
                        yield return (service, team, worker.Post.Fte);
                    }
                }
            }
        }
    }

    /// <summary>Returns by area the points held or waiting over the filled full-time equivalents of all teams that serve it; over one where nobody is there.</summary>
    private double[] LoadsOfAreas()
    {
        double[] points = new double[children.Length];
        double[] fte = new double[children.Length];
        for (int service = 0; service < run.Scenario.Services.Length; service++)
        {
            (double Points, double Fte)[] loads = [.. run.TeamsOf(service).Select(LoadOf)];
            int[] teamOfArea = run.Arrangement.Services[service].TeamOfArea;
            for (int area = 0; area < points.Length; area++)
            {
                points[area] += loads[teamOfArea[area]].Points;
                fte[area] += loads[teamOfArea[area]].Fte;
            }
        }

        for (int area = 0; area < points.Length; area++)
        {
            pointsOfArea[area] += points[area];
            fteOfArea[area] += fte[area];
        }

        return [.. points.Select((sum, area) => sum / (fte[area] > 0 ? fte[area] : 1))];
    }

    private static (double Points, double Fte) LoadOf(Team team)
    {
        double points = team.Waiting.Cases.Sum(item => item.Points);
        double fte = 0;
        foreach (Caseworker worker in team.Workers.Where(worker => worker.IsFilled))
        {
            points += worker.HeldPoints;
            fte += worker.Post.Fte;
        }

        return (points, fte);
    }
}
