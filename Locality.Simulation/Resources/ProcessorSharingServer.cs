namespace LocalitySim.Simulation;

/// <summary>Is a server that works on all its jobs at once, at one common pace.</summary>
/// <remarks>
/// <para>The pace is min(<see cref="MaximumPace"/>, (capacity − Σ standing load) ÷ Σ weight): every job uses up its work at that
/// pace. With weights all 1, capacity 1 and no limit on the pace this is egalitarian processor sharing; with unlike weights it
/// is the discriminatory sharing of Fayolle, Mitrani and Iasnogorodski (1980), in which a job of weight w gets w shares.</para>
/// <para>One virtual time advances at the pace; a job ends when it has advanced by the job's work. So a change of pace moves no
/// job, and each arrival or end is O(log of the jobs present). Jobs that end at one instant end in the order of arrival.</para>
/// <para>The end of the job nearest its end is an event of priority 0. It is scheduled anew whenever the pace changes, or which
/// virtual time comes first, and keeps its place among the events of its time otherwise.</para>
/// </remarks>
public sealed class ProcessorSharingServer : CalendarEvent, IWaitingPlace
{
    private readonly FrameHeap<JobKey> jobs = new();
    private readonly ServiceClock clock;
    private double capacity;
    private double virtualTime;
    private double serviceTime;
    private double markedWeight;
    private double requiredWork;
    private double offeredWork;
    private double markedWork;
    private double scheduledTarget;
    private double scheduledPace;
    private long arrivals;

    /// <summary>Makes a server.</summary>
    /// <param name="simulator">The simulator of the processes that will use it.</param>
    /// <param name="capacity">The capacity: finite, zero or more.</param>
    /// <param name="maximumPace">The pace of a job that shares with nobody: above zero. Absent means no limit.</param>
    /// <param name="clock">The clock that says when work is done. Absent means always.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the pace is out of range.</exception>
    public ProcessorSharingServer(Simulator simulator, double capacity, double? maximumPace = 1, ServiceClock? clock = null)
        : base(simulator)
    {
        if (maximumPace is { } pace && !(pace > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(maximumPace), maximumPace, "Expected a pace above zero.");
        }

        this.clock = clock ?? ServiceClock.AlwaysOpen;
        this.capacity = CheckCapacity(capacity);
        MaximumPace = maximumPace;
        serviceTime = this.clock.ToServiceTime(simulator.Now);
    }

    /// <summary>Gets the pace of a job that shares with nobody; absent means no limit.</summary>
    public double? MaximumPace { get; }

    /// <summary>Gets or sets the capacity. A change counts from now on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double Capacity
    {
        get => capacity;
        set
        {
            CheckCapacity(value);
            Advance();
            capacity = value;
            Reschedule();
        }
    }

    /// <summary>Gets the number of jobs present.</summary>
    public int JobCount => jobs.Count;

    /// <summary>Gets the sum of the weights of the jobs present.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>Gets the sum of the standing loads of the jobs present.</summary>
    public double TotalStandingLoad { get; private set; }

    /// <summary>Gets the pace at which each job uses up its work: service time at full pace over service time. Zero while no job is present.</summary>
    public double Pace
    {
        get
        {
            if (jobs.Count == 0)
            {
                return 0;
            }

            double share = Math.Max(0, capacity - TotalStandingLoad) / TotalWeight;
            return MaximumPace is { } limit && !(share < limit) ? limit : share;
        }
    }

    /// <summary>Gets the integral over service time of Σ weight + Σ standing load: what the jobs would have used at full pace.</summary>
    public double RequiredWork => requiredWork + (Elapsed * (TotalWeight + TotalStandingLoad));

    /// <summary>Gets the integral of the capacity over service time.</summary>
    public double OfferedWork => offeredWork + (Elapsed * capacity);

    /// <summary>Gets the integral over service time of the pace times Σ marked weight: what has been done of the part counted apart.</summary>
    public double MarkedWork => markedWork + (Elapsed * Pace * markedWeight);

    /// <summary>Waits until a job is done, or is put out by <see cref="EvictAll"/>.</summary>
    /// <param name="work">The service time that the job takes at full pace: finite, zero or more.</param>
    /// <param name="weight">The share of capacity that it takes at full pace: finite and above zero.</param>
    /// <param name="standingLoad">The capacity that it takes for as long as it is present: finite, zero or more.</param>
    /// <param name="markedWeight">The part of the weight that is counted apart in <see cref="MarkedWork"/>: finite, zero or more.</param>
    /// <returns>What a process awaits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ServeAwaitable Serve(double work, double weight = 1, double standingLoad = 0, double markedWeight = 0)
    {
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Expected a finite weight above zero.");
        }

        return new ServeAwaitable(this, new ServiceJob(Simulator.CheckDelay(work), weight, CheckCapacity(standingLoad), CheckCapacity(markedWeight)));
    }

    /// <summary>Puts every job out, the one nearest its end first. Each process learns how much work is left.</summary>
    public void EvictAll()
    {
        Advance();
        while (jobs.Count > 0)
        {
            ProcessFrame frame = jobs.TakeFirst(out JobKey job);
            Forget(job);
            frame.WaitValue = Math.Max(0, job.Target - virtualTime);
            frame.Reason = WakeReason.Evicted;
            Simulator.MakeReady(frame);
        }

        Reschedule();
    }

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame)
    {
        Advance();
        Forget(jobs.Leave(frame));
        Reschedule();
    }

    /// <inheritdoc />
    protected internal override void Occur()
    {
        Advance();

        // The first job is due now, whatever rounding has made of the virtual time.
        virtualTime = Math.Max(virtualTime, jobs.FirstKey.Target);
        while (jobs.Count > 0 && jobs.FirstKey.Target <= virtualTime)
        {
            ProcessFrame frame = jobs.TakeFirst(out JobKey job);
            Forget(job);
            Simulator.MakeReady(frame);
        }

        Reschedule();
    }

    internal void Join(ProcessFrame frame, ServiceJob job)
    {
        Advance();
        jobs.Join(frame, new JobKey(virtualTime + job.Work, ++arrivals, job));
        markedWeight += job.MarkedWeight;
        TotalWeight += job.Weight;
        TotalStandingLoad += job.StandingLoad;
        frame.WaitIn(this);
        Reschedule();
    }

    /// <summary>Gets the service time since the sums were brought up to date. Reading them must not do that: it would round once more.</summary>
    private double Elapsed => clock.ToServiceTime(Simulator.Now) - serviceTime;

    private static double CheckCapacity(double value) =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite number, zero or more.");

    private void Forget(in JobKey key)
    {
        // Sums of an empty server are exactly zero: rounding does not gather over the years.
        TotalWeight = jobs.Count == 0 ? 0 : TotalWeight - key.Job.Weight;
        TotalStandingLoad = jobs.Count == 0 ? 0 : TotalStandingLoad - key.Job.StandingLoad;
        markedWeight = jobs.Count == 0 ? 0 : markedWeight - key.Job.MarkedWeight;
    }

    private void Advance()
    {
        double now = clock.ToServiceTime(Simulator.Now);
        double elapsed = now - serviceTime;
        if (elapsed > 0)
        {
            double done = Pace * elapsed;
            virtualTime += done;
            markedWork += done * markedWeight;
            requiredWork += elapsed * (TotalWeight + TotalStandingLoad);
            offeredWork += elapsed * capacity;
            serviceTime = now;
        }
    }

    private void Reschedule()
    {
        double pace = Pace;
        if (!(pace > 0))
        {
            if (jobs.Count == 0)
            {
                virtualTime = 0;
            }

            Simulator.Cancel(this);
            return;
        }

        double target = jobs.FirstKey.Target;
        if (IsPending && pace == scheduledPace && target == scheduledTarget)
        {
            return;
        }

        scheduledPace = pace;
        scheduledTarget = target;
        double due = clock.ToTime(serviceTime + (Math.Max(0, target - virtualTime) / pace));
        Simulator.ScheduleAt(this, Math.Max(due, Simulator.Now), 0);
    }

    private readonly record struct JobKey(double Target, long Arrival, ServiceJob Job) : IQueueKey<JobKey>
    {
        public bool IsBefore(in JobKey other) => Target != other.Target ? Target < other.Target : Arrival < other.Arrival;
    }
}
