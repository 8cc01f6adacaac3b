namespace LocalitySim.Simulation;

/// <summary>Is a gate that opens on a timetable and lets a limited number through: a panel, a ferry, a clinic.</summary>
/// <remarks>
/// Those who wait pass by priority (lower first), then in the order of arrival. An opening happens last among the events of its
/// time, with priority 127: all who arrive at that very time by an earlier event are in the line at it, whether or not others
/// waited before them. One who comes after the event of an opening, such as one who has just passed, waits for the next. That event
/// is scheduled when somebody begins to wait and none is pending, or at the opening before it if some are left over; it happens
/// even if all have left meanwhile. With no limit and Poisson arrivals the wait is uniform on (0, T): mean T/2, variance T²/12.
/// </remarks>
public sealed class BatchGate : CalendarEvent, IWaitingPlace
{
    private readonly FrameHeap<TurnKey> line = new();
    private readonly double firstOpening;
    private readonly double interval;
    private readonly int? limit;
    private long arrivals;
    private long nextOpening;

    /// <summary>Makes a gate.</summary>
    /// <param name="simulator">The simulator of the processes that will pass.</param>
    /// <param name="firstOpening">The time of the first opening: finite, zero or more.</param>
    /// <param name="interval">The time between openings: finite and above zero.</param>
    /// <param name="limit">The number that one opening lets through: above zero. Absent means no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public BatchGate(Simulator simulator, double firstOpening, double interval, int? limit = null)
        : base(simulator)
    {
        if (!(interval > 0 && double.IsFinite(interval)))
        {
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "Expected a finite interval above zero.");
        }

        if (limit <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "Expected a limit above zero, or none.");
        }

        this.firstOpening = Simulator.CheckDelay(firstOpening);
        this.interval = interval;
        this.limit = limit;
    }

    /// <summary>Gets the number of processes that wait.</summary>
    public int QueueLength => line.Count;

    /// <summary>Waits to pass.</summary>
    /// <param name="priority">The place in the queue: lower first.</param>
    /// <returns>What a process awaits.</returns>
    public PassAwaitable Pass(int priority = 0) => new(this, priority);

    /// <inheritdoc />
    void IWaitingPlace.Leave(ProcessFrame frame) => line.Leave(frame);

    /// <inheritdoc />
    protected internal override void Occur()
    {
        nextOpening++;
        for (int passed = 0; line.Count > 0 && !(passed >= limit); passed++)
        {
            Simulator.MakeReady(line.TakeFirst(out _));
        }

        if (line.Count > 0)
        {
            Simulator.ScheduleAt(this, TimeOf(nextOpening), Simulator.LastOfItsTime);
        }
    }

    internal void Join(ProcessFrame frame, int priority)
    {
        line.Join(frame, new TurnKey(priority, ++arrivals));
        frame.WaitIn(this);
        if (!IsPending)
        {
            // Openings at which nobody waited need no event of their own.
            // Rounding down and then comparing times finds an opening at this very instant in spite of rounding.
            long opening = (long)Math.Floor((Simulator.Now - firstOpening) / interval) - 1;
            nextOpening = Math.Max(nextOpening, opening);
            while (TimeOf(nextOpening) < Simulator.Now)
            {
                nextOpening++;
            }

            Simulator.ScheduleAt(this, TimeOf(nextOpening), Simulator.LastOfItsTime);
        }
    }

    private double TimeOf(long opening) => firstOpening + (opening * interval);
}
