using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>A team on its own, with as many workers as a test wants, for exact times.</summary>
internal sealed class Bench
{
    private uint nextLineage;

    internal Bench(int workers, Func<Service, Service>? service = null, double? speed = null, double kilometresApart = 2, double tolerance = 0)
    {
        Service settings = service is null ? PlainScenario.Service : service(PlainScenario.Service);
        Place place = PlainScenario.Row(Math.Max(2, workers), kilometresApart);
        Travel = new TravelTimes(place, new Travel { Speed = speed is { } value ? new KilometresPerHour(value) : null, AllocationTolerance = new Share(tolerance) });
        Team = new Team(Simulator, Travel);
        WorkingCalendar calendar = new(new CalendarRules { AlwaysOpen = true }, new DateOnly(2025, 4, 1), 4000);
        for (int number = 0; number < workers; number++)
        {
            Team.Add(new Caseworker(Simulator, calendar, new Post(0, (uint)number, 1, 0, 0, number), settings, Team));
        }
    }

    internal Simulator Simulator { get; } = new();

    internal TravelTimes Travel { get; }

    internal Team Team { get; }

    internal IReadOnlyList<Caseworker> Workers => Team.Workers;

    /// <summary>Gets what has happened, each with its time.</summary>
    internal List<string> Log { get; } = [];

    internal Case NewCase(double points, int priority = 5, int area = 0) =>
        new(new CaseIdentity(area, 0, nextLineage++, 0, 0), new Signal(Simulator)) { Points = points, Priority = priority };

    internal void Note(string what) => Log.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Simulator.Now:0.####} {what}"));

    /// <summary>Waits for a worker, works to the end through any change of worker, and notes both.</summary>
    internal async Process Follow(string name, Case item, double workingDays, double weight, double upkeep = 0, double startsAt = 0)
    {
        await Simulator.Delay(startsAt);
        double left = workingDays;
        while (true)
        {
            Team.Enlist(item, Simulator.Now);
            while (item.Worker is null)
            {
                await item.Allocated.Wait();
            }

            Caseworker worker = item.Worker;
            Note($"{name} to {worker.Post.Number}");
            ServiceOutcome outcome = await worker.Server.Serve(left, weight, upkeep);
            item.Worker = null;
            if (outcome.Completed)
            {
                worker.Release(item.Points);
                Note($"{name} done");
                return;
            }

            left = outcome.RemainingWork;
            item.Priority = 0;
        }
    }

    internal async Process At(double time, Action action)
    {
        await Simulator.Delay(time);
        action();
    }
}
