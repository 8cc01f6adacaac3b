namespace LocalitySim.Simulation;

/// <summary>Is a group of named servers, of speeds and shifts of their own, with one queue: queueing, service and release are one wait.</summary>
/// <remarks>
/// <para>Those who wait are served by priority (lower first), then in the order of arrival. A job in service does not move to a
/// faster server that comes free.</para>
/// <para>Pre-emption: a job that finds no server free puts out one whose priority number is higher than its own: of the jobs in
/// service the least urgent, of these the latest arrived. What is put out and kept goes back to the queue at its place by its
/// original arrival, past any queue limit. A job that a server finishes after its shift is not put out.</para>
/// <para>Patience counts until the first service begins; a job served once never reneges. It ends last among the events of its
/// time, with priority 127: a server that comes free at that very time still takes the job.</para>
/// <para>All changes of shift at one time happen together and first among the events of that time, with priority −128: servers go
/// off, then others come on and go on with what they kept, then those who wait are served. The next changes are scheduled at these.
/// A job that is done at the very time of its server's end of shift, or of being put out, is completed.</para>
/// <para>Each arrival, start, end or leaving is O(log of the jobs waiting + log of the servers).</para>
/// </remarks>
public sealed partial class ServerPool : IWaitingPlace
{
    private readonly FrameHeap<PoolKey> queue = new();
    private readonly SlotList<PoolJob> jobs = new();
    private readonly Server[] servers;
    private readonly int[] ranks;
    private readonly NumberedHeap<TurnKey> free;
    private readonly NumberedHeap<VictimKey> victims;
    private long arrivals;
    private long idleTurns;
    private bool isBalking;

    /// <summary>Makes a pool.</summary>
    /// <param name="simulator">The simulator of the processes that will use it.</param>
    /// <param name="servers">Its servers, one or more, which belong to no other pool.</param>
    /// <param name="options">The rules; the first of each kind if absent.</param>
    /// <exception cref="ArgumentException">There is no server, or one serves elsewhere.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The queue limit is negative, or a rule has no name.</exception>
    public ServerPool(Simulator simulator, IEnumerable<Server> servers, ServerPoolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(servers);
        Options = Check(options ?? new ServerPoolOptions());
        Simulator = simulator;
        this.servers = [.. servers];
        if (this.servers.Length == 0)
        {
            throw new ArgumentException("Expected at least one server.", nameof(servers));
        }

        Servers = Array.AsReadOnly(this.servers);
        QueueLengthOverTime = new TimeWeighted(simulator.Now, 0);
        free = new NumberedHeap<TurnKey>(this.servers.Length);
        victims = new NumberedHeap<VictimKey>(this.servers.Length);
        ranks = new int[this.servers.Length];
        int[] order = [.. Enumerable.Range(0, this.servers.Length).OrderBy(number => Options.Choice == ServerChoice.FastestFirst ? -this.servers[number].Speed : 0)];
        for (int rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
            this.servers[rank].Enter(this, rank);
        }

        BeginShifts();
    }

    /// <summary>Gets the simulator of the processes that use it.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets the rules.</summary>
    public ServerPoolOptions Options { get; }

    /// <summary>Gets the servers in the order given.</summary>
    public IReadOnlyList<Server> Servers { get; }

    /// <summary>Gets the number of jobs that wait in the queue. One that a server keeps for its next shift is not among them.</summary>
    public int QueueLength => queue.Count;

    /// <summary>Gets the number of jobs in the pool: in the queue, in service or kept by a server.</summary>
    public int JobCount { get; private set; }

    /// <summary>Gets the record of the queue length over time.</summary>
    public TimeWeighted QueueLengthOverTime { get; }

    /// <summary>Gets the number of jobs that were completed.</summary>
    public long Completed { get; private set; }

    /// <summary>Gets the number of jobs that found the queue full.</summary>
    public long Balked { get; private set; }

    /// <summary>Gets the number of jobs whose patience ran out.</summary>
    public long Reneged { get; private set; }

    /// <summary>Gets the number of times that a more urgent job put out one in service.</summary>
    public long Preemptions { get; private set; }

    /// <summary>Waits until a job has left the pool: <c>JobOutcome outcome = await pool.Serve(work: 3);</c>.</summary>
    /// <param name="work">The work, in units of which a server of speed 1 does one in a unit of time: finite, zero or more.</param>
    /// <param name="priority">The class of the job: lower is more urgent.</param>
    /// <param name="patience">The longest wait for the first service: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields how the job left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The work or the patience is negative, infinite or not a number.</exception>
    public JobAwaitable Serve(double work, int priority = 0, double? patience = null) => new(this, work, priority, patience);

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame)
    {
        int slot = queue.Leave(frame).Slot;
        NoteQueue();
        Drop(slot);
    }

    /// <summary>Lets a job balk that can neither be served at once nor wait.</summary>
    internal bool TryBalk(int priority)
    {
        if (!(queue.Count >= Options.QueueLimit) || free.Count > 0 || CanPutOut(priority))
        {
            return false;
        }

        Balked++;
        return isBalking = true;
    }

    internal bool TakeBalk()
    {
        bool balks = isBalking;
        isBalking = false;
        return balks;
    }

    internal void Join(ProcessFrame frame, double work, int priority, double? patience)
    {
        JobCount++;
        int slot = jobs.Add(new PoolJob
        {
            Frame = frame,
            Arrival = ++arrivals,
            ArrivalTime = Simulator.Now,
            Work = work,
            RemainingWork = work,
            Priority = priority,
        });
        if (free.Count > 0 || CanPutOut(priority))
        {
            Place(slot);
            return;
        }

        Enqueue(slot);
        if (patience is { } longest)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + longest, Simulator.LastOfItsTime);
        }
    }

    internal void NoteReneging() => Reneged++;

    /// <summary>Takes the outcome of the job whose process resumes.</summary>
    internal JobOutcome TakeOutcome()
    {
        PoolJob job = jobs.Remove((int)Simulator.WakeValue);
        return new JobOutcome(job.End, job.RemainingWork, job.EndedBy, job.WaitBeforeService);
    }

    /// <summary>Ends a server's job or vacation, which is due now.</summary>
    internal void Finish(Server server)
    {
        if (server.State == ServerState.Busy)
        {
            victims.Leave(server.Number);
            Complete(server);
        }

        Continue(server);
    }

    /// <summary>Drops the job of a server because its process was interrupted.</summary>
    internal void Abandon(Server server)
    {
        Drop(server.Slot);
        victims.Leave(server.Number);
        Simulator.Cancel(server);
        Continue(server);
    }

    private static ServerPoolOptions Check(ServerPoolOptions options)
    {
        if (options.QueueLimit < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.QueueLimit, "Expected a queue limit of zero or more, or none.");
        }

        return Enum.IsDefined(options.Choice) && Enum.IsDefined(options.Preemption) && Enum.IsDefined(options.OffShift)
            ? options
            : throw new ArgumentOutOfRangeException(nameof(options), options, "Expected rules that have a name.");
    }
}
