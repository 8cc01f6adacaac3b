namespace LocalitySim.Simulation;

/// <content>Who is served by whom, who is put out, and who goes on.</content>
public sealed partial class ServerPool
{
    private bool CanPutOut(int priority) =>
        victims.Count > 0 && victims.FirstKey.Priority > priority;

    /// <summary>Puts a job into service at a free server or, if there is none, in the place of the job that gives way. There must be one.</summary>
    private void Place(int slot)
    {
        Server server;
        if (free.Count > 0)
        {
            server = servers[free.First];
            free.Leave(server.Number);
        }
        else
        {
            server = servers[victims.First];
            victims.Leave(server.Number);
            PutOut(server);
        }

        Begin(server, slot);
    }

    private void Begin(Server server, int slot)
    {
        ref PoolJob job = ref jobs[slot];
        server.Begin(slot, job.RemainingWork);
        if (job.WaitBeforeService is null)
        {
            job.WaitBeforeService = Simulator.Now - job.ArrivalTime;
            Simulator.Cancel(job.Frame);
        }

        job.Frame.WaitIn(server);
        if (Options.Preemption != PreemptionRule.None && server.IsOnDuty)
        {
            victims.Join(server.Number, new VictimKey(job.Priority, job.Arrival));
        }
    }

    private void PutOut(Server server)
    {
        int slot = server.Slot;
        ref PoolJob job = ref jobs[slot];
        if (server.EndTime <= Simulator.Now)
        {
            Complete(server);
            return;
        }

        Preemptions++;
        job.RemainingWork = server.Stop(job.RemainingWork);
        if (Options.Preemption == PreemptionRule.Lose)
        {
            Leave(slot, JobEnd.Lost, server);
            return;
        }

        job.RemainingWork = Options.Preemption == PreemptionRule.Restart ? job.Work : job.RemainingWork;
        Enqueue(slot);
    }

    /// <summary>Lets a job leave that a server has done.</summary>
    private void Complete(Server server)
    {
        Simulator.Cancel(server);
        Completed++;
        server.JobsCompleted++;
        jobs[server.Slot].RemainingWork = 0;
        Leave(server.Slot, JobEnd.Completed, server);
    }

    private void Leave(int slot, JobEnd end, Server server)
    {
        JobCount--;
        ref PoolJob job = ref jobs[slot];
        job.End = end;
        job.EndedBy = server;
        job.Frame.WaitValue = slot;
        job.Frame.Reason = WakeReason.Evicted;
        Simulator.MakeReady(job.Frame);
    }

    private void Drop(int slot)
    {
        JobCount--;
        jobs.Remove(slot);
    }

    private void Enqueue(int slot)
    {
        ref PoolJob job = ref jobs[slot];
        queue.Join(job.Frame, new PoolKey(job.Priority, slot, job.Arrival));
        job.Frame.WaitIn(this);
        NoteQueue();
    }

    private int Dequeue()
    {
        queue.TakeFirst(out PoolKey first);
        NoteQueue();
        return first.Slot;
    }

    private void NoteQueue() => QueueLengthOverTime.Set(Simulator.Now, queue.Count);

    /// <summary>Finds a server whose job or vacation has ended something to do.</summary>
    private void Continue(Server server)
    {
        if (!server.IsOnDuty)
        {
            server.SetState(ServerState.OffDuty);
        }
        else if (queue.Count > 0)
        {
            Begin(server, Dequeue());
        }
        else if (Options.Vacation is not null)
        {
            BeginVacation(server);
        }
        else
        {
            SetFree(server);
        }
    }

    private void SetFree(Server server)
    {
        server.SetState(ServerState.Idle);
        free.Join(server.Number, new TurnKey(0, Options.Choice == ServerChoice.LongestIdle ? ++idleTurns : ranks[server.Number]));
    }

    private void BeginVacation(Server server)
    {
        double length = Options.Vacation!(server);
        if (!(length > 0 && double.IsFinite(length)))
        {
            throw NumberGuard.Refusal(length, nameof(Options.Vacation), "a finite length above zero");
        }

        server.SetState(ServerState.OnVacation);
        Simulator.ScheduleAt(server, Simulator.Now + length, 0);
    }
}
