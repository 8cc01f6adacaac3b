namespace LocalitySim.Models;

/// <summary>Sums the hours that cases require, those that there are, and those on the road, by the part in which each worker was at the time.</summary>
internal sealed class HoursByPart(StructureRun run, BreakdownLevels levels)
{
    /// <summary>The working days of a week: a server's capacity is in hours a week, its time in working days.</summary>
    private const double DaysOfWeek = 5;

    private readonly List<(double Required, double Offered, double Road)> before = [];
    private double lastTime;

    internal double[] Required { get; } = new double[levels.Count];

    internal double[] Offered { get; } = new double[levels.Count];

    /// <summary>Gets the hours on the road of the whole.</summary>
    internal double OnTheRoad { get; private set; }

    /// <summary>Forgets what was before now.</summary>
    internal void Begin()
    {
        lastTime = run.Now;
        before.Clear();
        before.AddRange(run.Workers.Select(Read));
    }

    /// <summary>Brings the sums up to now.</summary>
    internal void Bring()
    {
        // What has passed belongs to the month that ends now.
        int month = levels.PartOfMonth(lastTime);
        lastTime = run.Now;
        for (int index = 0; index < run.Workers.Count; index++)
        {
            if (index == before.Count)
            {
                before.Add(default);
            }

            (double required, double offered, double road) = Read(run.Workers[index]);
            double more = (required - before[index].Required) / DaysOfWeek;
            double free = (offered - before[index].Offered) / DaysOfWeek;
            OnTheRoad += (road - before[index].Road) / DaysOfWeek;
            before[index] = (required, offered, road);
            (int locality, int service, int tier) = levels.PartsOf(run.Workers[index].Post);
            Add(0, more, free);
            Add(locality, more, free);
            Add(service, more, free);
            Add(tier, more, free);
            Add(month, more, free);
        }
    }

    private static (double Required, double Offered, double Road) Read(Caseworker worker) =>
        (worker.Server.RequiredWork, worker.Server.OfferedWork, worker.Server.MarkedWork);

    private void Add(int part, double required, double offered)
    {
        Required[part] += required;
        Offered[part] += offered;
    }
}
