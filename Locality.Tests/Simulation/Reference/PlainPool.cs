using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Is a server pool: a list of jobs that wait, and the servers, each looked at when one is needed.</summary>
internal sealed class PlainPool : IPlainPlace
{
    private readonly PlainEngine engine;
    private readonly ServerPoolOptions options;
    private readonly List<PlainServer> servers;
    private readonly List<PlainJob> queue = [];
    private int arrivals;
    private int idleTurns;

    public PlainPool(PlainEngine engine, SmallModel.PoolData data)
    {
        this.engine = engine;
        options = data.Options;
        servers = [.. data.Servers.Select((server, number) => new PlainServer(number, server))];
        foreach (PlainServer server in servers)
        {
            // At the very time of a change it is as after it.
            while (server.NextChange <= engine.Now)
            {
                server.Change();
            }

            server.IdleTurn = server.IsOnDuty ? ++idleTurns : 0;
        }

        ScheduleChanges();
    }

    public int QueueLength => queue.Count;

    public int JobCount { get; private set; }

    public int Preemptions { get; private set; }

    public int Completed { get; private set; }

    public int Balked { get; private set; }

    public int Reneged { get; private set; }

    public void Serve(PlainProcess process, Step.Serve step)
    {
        bool isServed = Free() is not null || GivesWay(step.Priority) is not null;
        if (!isServed && queue.Count >= options.QueueLimit)
        {
            Balked++;
            process.Note(new PlainAnswer("balked", step.Work));
            return;
        }

        JobCount++;
        PlainJob job = new(process, step, ++arrivals, engine.Now);
        if (isServed)
        {
            process.Wait(this, null);
            Place(job);
        }
        else
        {
            queue.Add(job);
            process.Wait(this, engine.Now + step.Patience, 127, new PlainAnswer("out of patience", step.Work) { OnResumption = () => Reneged++ });
        }
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process)
    {
        JobCount--;
        queue.RemoveAll(job => job.Process == process);
        if (servers.Find(server => server.Job?.Process == process) is { } left)
        {
            Stop(left);
            FindWork(left);
        }
    }

    private PlainServer? Free()
    {
        IEnumerable<PlainServer> free = servers.Where(server => server.IsFree);
        return options.Choice switch
        {
            ServerChoice.FastestFirst => free.OrderByDescending(server => server.Speed).FirstOrDefault(),
            ServerChoice.LongestIdle => free.MinBy(server => server.IdleTurn),
            _ => free.FirstOrDefault(),
        };
    }

    /// <summary>Finds the server whose job gives way to one of a priority: the least urgent, of these the latest arrived.</summary>
    private PlainServer? GivesWay(int priority) => options.Preemption == PreemptionRule.None
        ? null
        : servers.Where(server => server.IsOnDuty && server.Job?.Priority > priority)
            .OrderByDescending(server => server.Job!.Priority)
            .ThenByDescending(server => server.Job!.Arrival)
            .FirstOrDefault();

    private PlainJob? FirstWaiting() => queue.OrderBy(job => job.Priority).ThenBy(job => job.Arrival).FirstOrDefault();

    private void Place(PlainJob job)
    {
        PlainServer server = Free() ?? GivesWay(job.Priority)!;
        if (server.Job is { } victim)
        {
            PutOut(server, victim);
        }

        Begin(server, job);
    }

    private void Begin(PlainServer server, PlainJob job)
    {
        server.Job = job;
        server.StartTime = engine.Now;
        server.EndTime = engine.Now + (job.Left / server.Speed);
        server.End = engine.Schedule(server.EndTime, 0, () =>
        {
            Complete(server);
            FindWork(server);
        });
        if (job.WaitBeforeService is null)
        {
            job.WaitBeforeService = engine.Now - job.ArrivalTime;
            job.Process.EndPatience();
        }
    }

    /// <summary>Ends the work on a job and takes it from its server.</summary>
    private void Stop(PlainServer server)
    {
        engine.Cancel(server.End);
        if (server is { End: not null, Job: { } job })
        {
            job.Left = Math.Max(0, job.Left - ((engine.Now - server.StartTime) * server.Speed));
        }

        server.End = null;
        server.Job = null;
    }

    private void PutOut(PlainServer server, PlainJob victim)
    {
        if (server.EndTime <= engine.Now)
        {
            Complete(server);
            return;
        }

        Preemptions++;
        Stop(server);
        if (options.Preemption == PreemptionRule.Lose)
        {
            LetGo(victim, "lost", server);
            return;
        }

        victim.Left = options.Preemption == PreemptionRule.Restart ? victim.Work : victim.Left;
        queue.Add(victim);
    }

    private void Complete(PlainServer server)
    {
        PlainJob job = server.Job!;
        Stop(server);
        job.Left = 0;
        Completed++;
        LetGo(job, "done", server);
    }

    private void LetGo(PlainJob job, string what, PlainServer server)
    {
        JobCount--;
        job.Process.Wake(new PlainAnswer(what, job.Left, server.Number, job.WaitBeforeService));
    }

    private void FindWork(PlainServer server)
    {
        if (!server.IsOnDuty)
        {
            return;
        }

        if (FirstWaiting() is { } first)
        {
            queue.Remove(first);
            Begin(server, first);
        }
        else
        {
            server.IdleTurn = ++idleTurns;
        }
    }

    private void ScheduleChanges()
    {
        if (servers.Min(server => server.NextChange) is { } next)
        {
            engine.Schedule(next, -128, ChangeShifts);
        }
    }

    private void ChangeShifts()
    {
        // Servers go off, then others come on, then those who wait are served.
        List<PlainServer> due = servers.FindAll(server => server.NextChange <= engine.Now);
        List<PlainServer> off = due.FindAll(server => server.IsOnDuty);
        due.ForEach(server => server.Change());
        off.ForEach(GoOff);
        due.FindAll(server => !off.Contains(server)).ForEach(ComeOn);
        while (FirstWaiting() is { } first && (Free() is not null || GivesWay(first.Priority) is not null))
        {
            queue.Remove(first);
            Place(first);
        }

        ScheduleChanges();
    }

    private void GoOff(PlainServer server)
    {
        if (server.Job is not { } job || (server.EndTime > engine.Now && options.OffShift == OffShiftRule.FinishJob))
        {
            return;
        }

        if (server.EndTime <= engine.Now)
        {
            Complete(server);
            return;
        }

        Stop(server);
        if (options.OffShift == OffShiftRule.Suspend)
        {
            server.Job = job;
        }
        else
        {
            queue.Add(job);
        }
    }

    private void ComeOn(PlainServer server)
    {
        if (server.Job is null)
        {
            server.IdleTurn = ++idleTurns;
        }
        else if (server.End is null)
        {
            Begin(server, server.Job);
        }
    }
}
