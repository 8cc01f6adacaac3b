namespace LocalitySim.Simulation;

/// <content>What happens when servers go on and off duty.</content>
public sealed partial class ServerPool
{
    private const int FirstOfItsTime = -128;

    private void BeginShifts()
    {
        foreach (Server server in servers)
        {
            if (server.IsOnDuty)
            {
                SetFree(server);
            }
        }

        SendOnVacation();
        if (Array.Exists(servers, server => server.Shifts is not null))
        {
            ShiftEvent changes = new(this);
            changes.Occur();
        }
    }

    /// <summary>Makes all changes of shift that are due now, and returns when the next are due; never if no more are.</summary>
    private double? ChangeShifts(long[] nextChanges)
    {
        foreach (Server server in servers)
        {
            if (server.IsOnDuty && IsDue(server, nextChanges))
            {
                nextChanges[server.Number]++;
                GoOff(server);
            }
        }

        foreach (Server server in servers)
        {
            if (!server.IsOnDuty && IsDue(server, nextChanges))
            {
                nextChanges[server.Number]++;
                ComeOn(server);
            }
        }

        while (queue.Count > 0 && (free.Count > 0 || CanPutOut(queue.FirstKey.Priority)))
        {
            Place(Dequeue());
        }

        SendOnVacation();
        double? next = null;
        foreach (Server server in servers)
        {
            if (server.Shifts?.TimeOf(nextChanges[server.Number]) is { } time && !(time >= next))
            {
                next = time;
            }
        }

        return next;
    }

    private bool IsDue(Server server, long[] nextChanges) =>
        server.Shifts?.TimeOf(nextChanges[server.Number]) <= Simulator.Now;

    private void GoOff(Server server)
    {
        server.SetOnDuty(false);
        free.Leave(server.Number);
        victims.Leave(server.Number);
        if (server.State != ServerState.Busy)
        {
            Simulator.Cancel(server);
            server.SetState(ServerState.OffDuty);
            return;
        }

        int slot = server.Slot;
        if (server.EndTime <= Simulator.Now)
        {
            Complete(server);
            server.SetState(ServerState.OffDuty);
        }
        else if (Options.OffShift != OffShiftRule.FinishJob)
        {
            jobs[slot].RemainingWork = server.Stop(jobs[slot].RemainingWork);
            server.SetState(Options.OffShift == OffShiftRule.Suspend ? ServerState.Suspended : ServerState.OffDuty);
            if (Options.OffShift == OffShiftRule.HandOver)
            {
                Enqueue(slot);
            }
        }
    }

    private void ComeOn(Server server)
    {
        server.SetOnDuty(true);
        if (server.State == ServerState.OffDuty)
        {
            SetFree(server);
        }
        else if (server.State == ServerState.Suspended)
        {
            Begin(server, server.Slot);
        }
        else if (Options.Preemption != PreemptionRule.None)
        {
            // It still finishes a job of its last shift, which from now on may be put out.
            ref PoolJob job = ref jobs[server.Slot];
            victims.Join(server.Number, new VictimKey(job.Priority, job.Arrival));
        }
    }

    private void SendOnVacation()
    {
        while (Options.Vacation is not null && free.Count > 0)
        {
            Server server = servers[free.First];
            free.Leave(server.Number);
            BeginVacation(server);
        }
    }

    /// <summary>Changes the shifts of all servers for which a change is due.</summary>
    private sealed class ShiftEvent : CalendarEvent
    {
        private readonly ServerPool pool;
        private readonly long[] nextChanges;

        internal ShiftEvent(ServerPool pool)
            : base(pool.Simulator)
        {
            this.pool = pool;
            nextChanges = [.. pool.servers.Select(server => server.Shifts?.FirstAfter(pool.Simulator.Now) ?? 0)];
        }

        protected internal override void Occur()
        {
            if (pool.ChangeShifts(nextChanges) is { } next)
            {
                Simulator.ScheduleAt(this, next, FirstOfItsTime);
            }
        }
    }
}
