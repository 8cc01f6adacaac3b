using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the workers of one team of a service, and the list of cases that wait for one of them.</summary>
/// <remarks>
/// A case goes to a worker whose held points leave room for it. Whoever waits is offered each room by priority, then by wait;
/// a case that fits nobody does not block the next. So no case ever waits that fits an available worker.
/// </remarks>
internal sealed class Team(Simulator simulator, TravelTimes travel, int service = 0, IReadOnlySet<int>? homeAreas = null, double? recordsSince = null)
{
    private readonly List<Caseworker> workers = [];

    /// <summary>Gets the service's index.</summary>
    internal int Service { get; } = service;

    /// <summary>Gets the workers, by post.</summary>
    internal IReadOnlyList<Caseworker> Workers => workers;

    /// <summary>Gets the cases that wait.</summary>
    internal UnallocatedList Waiting { get; } = new();

    /// <summary>Gets the record of how many cases wait for a worker, reallocations and assessments included.</summary>
    internal TimeWeighted WaitingOverTime { get; } = new(recordsSince ?? simulator.Now);

    /// <summary>Gets the days that the cases that have left the list stood on it, all together.</summary>
    internal double WaitedDays { get; private set; }

    /// <summary>Tells whether families of an area are this team's.</summary>
    internal bool Serves(int homeArea) => homeAreas?.Contains(homeArea) != false;

    /// <summary>Tells whether these are the areas that the team serves.</summary>
    internal bool ServesExactly(IReadOnlySet<int> areas) => homeAreas?.SetEquals(areas) == true;

    /// <summary>Sets who is in the team, by post.</summary>
    internal void SetWorkers(IEnumerable<Caseworker> members)
    {
        workers.Clear();
        workers.AddRange(members);
    }

    /// <summary>Adds a worker.</summary>
    internal void Add(Caseworker worker) => workers.Add(worker);

    /// <summary>Enters a case into the list, or gives it a worker at once. Its signal tells when it has one.</summary>
    internal void Enlist(Assignment item, double listedSince)
    {
        item.ListedSince = listedSince;
        if (ChooseFor(item) is { } worker)
        {
            Give(item, worker);
            return;
        }

        item.EnteredAt = simulator.Now;
        item.ListedIn = this;
        Waiting.Add(item);
        WaitingOverTime.Set(simulator.Now, Waiting.Count);
    }

    /// <summary>Takes a case out of the list.</summary>
    internal void Withdraw(Assignment item)
    {
        Waiting.Remove(item);
        item.ListedIn = null;
        WaitedDays += simulator.Now - item.EnteredAt;
        WaitingOverTime.Set(simulator.Now, Waiting.Count);
    }

    /// <summary>Moves a waiting case to another priority.</summary>
    internal void Reprioritise(Assignment item, int priority)
    {
        Waiting.Remove(item);
        item.Priority = priority;
        Waiting.Add(item);
    }

    /// <summary>Offers the room of a worker to those who wait.</summary>
    internal void Offer(Caseworker worker)
    {
        int place = 0;
        while (place < Waiting.Count && worker.IsAvailable)
        {
            Assignment item = Waiting.Cases[place];
            if (worker.Fits(item.Points))
            {
                Withdraw(item);
                Give(item, worker);
            }
            else
            {
                place++;
            }
        }
    }

    private static void Give(Assignment item, Caseworker worker)
    {
        item.Worker = worker;
        item.Known = (worker, worker.Holder);
        worker.Hold(item.Points);
        item.Allocated.Fire();
    }

    /// <summary>Chooses the worker whom the child knows; else, of those whose load is within the tolerance of the lightest, the nearest base, then the lowest points over limit, then the lowest post number.</summary>
    private Caseworker? ChooseFor(Assignment item)
    {
        if (item.Known is { } known && known.Worker.Team == this && known.Worker.Holder == known.Holder && known.Worker.Fits(item.Points))
        {
            return known.Worker;
        }

        double lightest = double.PositiveInfinity;
        foreach (Caseworker worker in workers)
        {
            if (worker.HeldShare < lightest && worker.Fits(item.Points))
            {
                lightest = worker.HeldShare;
            }
        }

        Caseworker? best = null;
        double bestShare = 0;
        double bestKilometres = 0;
        double heaviest = lightest + travel.AllocationTolerance;
        foreach (Caseworker worker in workers)
        {
            double share = worker.HeldShare;
            if (!(share <= heaviest) || !worker.Fits(item.Points))
            {
                continue;
            }

            double kilometres = travel.RoundTripKilometres(worker.Post.BaseArea, item.HomeArea);
            if (best is null || kilometres < bestKilometres || (kilometres == bestKilometres && share < bestShare))
            {
                best = worker;
                bestShare = share;
                bestKilometres = kilometres;
            }
        }

        return best;
    }
}
