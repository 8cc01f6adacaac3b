using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Watches one run: resets the sums at the end of the warm-up and looks once a month. Looking changes nothing.</summary>
internal sealed class RunObserver
{
    private const int LongWaitWorkingDays = 20;

    private readonly StructureRun run;
    private readonly StructureBasis basis;
    private readonly List<Caseworker> workers;
    private readonly double[] children;
    private double requiredBefore;
    private double offeredBefore;
    private double travelBefore;

    internal RunObserver(StructureRun run, StructureBasis basis, double from)
    {
        this.run = run;
        this.basis = basis;
        From = from;
        workers = run.Workers;
        children = [.. basis.Scenario.Place.Areas.Select(area => (double)area.Children)];
        run.Simulator.Start(Watch(), "observer");
    }

    /// <summary>Gets the end of the warm-up.</summary>
    internal double From { get; }

    /// <summary>Gets the monthly looks since then.</summary>
    internal List<MonthlyLook> Looks { get; } = [];

    /// <summary>Gets the hours required since then, in hours.</summary>
    internal double RequiredHours => (workers.Sum(worker => worker.Server.RequiredWork) - requiredBefore) / 5;

    /// <summary>Gets the hours available since then, in hours.</summary>
    internal double AvailableHours => (workers.Sum(worker => worker.Server.OfferedWork) - offeredBefore) / 5;

    /// <summary>Gets the hours on the road since then, in hours.</summary>
    internal double TravelHours => (workers.Sum(worker => worker.Server.MarkedWork) - travelBefore) / 5;

    private async Process Watch()
    {
        await run.Simulator.Delay(From);
        requiredBefore = workers.Sum(worker => worker.Server.RequiredWork);
        offeredBefore = workers.Sum(worker => worker.Server.OfferedWork);
        travelBefore = workers.Sum(worker => worker.Server.MarkedWork);
        run.ResetRecords();

        while (true)
        {
            Looks.Add(Look());
            await run.Simulator.Delay(DemandLevels.MonthDays);
        }
    }

    private MonthlyLook Look()
    {
        Tally loads = new();
        double filled = 0;
        double paid = 0;
        int held = 0;
        foreach (Caseworker worker in workers.Where(worker => worker.IsFilled))
        {
            loads.Add(worker.HeldPoints / worker.Post.Fte);
            filled += worker.Post.Fte;
            paid += worker.Post.Fte * basis.Scenario.Services[worker.Post.Service].PaidHours.Value;
            held += worker.HeldCases;
        }

        double mean = loads.Mean ?? 0;
        double late = basis.Calendar.ToServiceTime(run.Now) - LongWaitWorkingDays;
        int waiting = 0;
        int waitingLong = 0;
        foreach (Assignment item in run.Teams.SelectMany(team => team.Waiting.Cases))
        {
            waiting++;
            waitingLong += basis.Calendar.ToServiceTime(item.ListedSince) < late ? 1 : 0;
        }

        return new MonthlyLook(
            mean > 0 ? loads.StandardDeviation / mean : null,
            mean > 0 ? loads.Max / mean : null,
            Inequality.Gini(LoadsOfAreas(), children),
            held,
            filled,
            paid,
            waiting,
            waitingLong);
    }

    /// <summary>Returns by area the points held or waiting over the filled full-time equivalents of all teams that serve it; over one where nobody is there.</summary>
    private double[] LoadsOfAreas()
    {
        double[] points = new double[children.Length];
        double[] fte = new double[children.Length];
        for (int service = 0; service < basis.Scenario.Services.Length; service++)
        {
            (double Points, double Fte)[] loads = [.. run.TeamsOf(service).Select(LoadOf)];
            int[] teamOfArea = run.Arrangement.Services[service].TeamOfArea;
            for (int area = 0; area < points.Length; area++)
            {
                points[area] += loads[teamOfArea[area]].Points;
                fte[area] += loads[teamOfArea[area]].Fte;
            }
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
