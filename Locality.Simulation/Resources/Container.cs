using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Holds an amount, between zero and its capacity, of something that is counted or measured: fuel, money, blood.</summary>
/// <remarks>
/// Those who take and those who put stand in two lines, each first come first served: the first of a line blocks those behind,
/// though there might be enough for them. After each change those who take go on while there is enough for the first, then those
/// who put while there is room for the first, and so by turns until nobody can. Patience ends last among the events of its time,
/// with priority 127: what comes at that very time is still granted. Leaving a line is O(1).
/// </remarks>
public sealed class Container
{
    private readonly Line takers;
    private readonly Line putters;

    /// <summary>Makes a container.</summary>
    /// <param name="simulator">The simulator of the processes that will use it.</param>
    /// <param name="level">The amount in it at first: finite, from zero to the capacity.</param>
    /// <param name="capacity">The greatest amount: finite and above zero. Absent means no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Container(Simulator simulator, double level = 0, double? capacity = null)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        Simulator = simulator;
        Capacity = capacity is { } greatest ? NumberGuard.Positive(greatest, nameof(capacity)) : null;
        Level = NumberGuard.NonNegative(level);
        if (level > capacity)
        {
            throw NumberGuard.Refusal(level, nameof(level), string.Create(CultureInfo.InvariantCulture, $"no more than the capacity, {capacity}"));
        }

        takers = new Line(this);
        putters = new Line(this);
        LevelOverTime = new TimeWeighted(simulator.Now, level);
    }

    /// <summary>Gets the simulator of the processes that use it.</summary>
    public Simulator Simulator { get; }

    /// <summary>Gets the greatest amount; absent means no limit.</summary>
    public double? Capacity { get; }

    /// <summary>Gets the amount in it now.</summary>
    public double Level { get; private set; }

    /// <summary>Gets the number of processes that wait to take.</summary>
    public int WaitingToTake => takers.Waiting.Count;

    /// <summary>Gets the number of processes that wait to put.</summary>
    public int WaitingToPut => putters.Waiting.Count;

    /// <summary>Gets the record of the level over time.</summary>
    public TimeWeighted LevelOverTime { get; }

    /// <summary>Puts an amount in, as soon as there is room for all of it: <c>bool isIn = await tank.Put(5);</c>.</summary>
    /// <param name="amount">The amount: finite, above zero and no more than the capacity.</param>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields whether the amount is in: false if patience ran out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ContainerAwaitable Put(double amount, double? patience = null) => new(this, Check(amount), isPut: true, patience);

    /// <summary>Takes an amount out, as soon as there is enough: <c>bool isOut = await tank.Take(5);</c>.</summary>
    /// <param name="amount">The amount: finite, above zero and no more than the capacity.</param>
    /// <param name="patience">The longest wait: finite, zero or more. Absent means for ever.</param>
    /// <returns>What a process awaits; it yields whether the amount is out: false if patience ran out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ContainerAwaitable Take(double amount, double? patience = null) => new(this, Check(amount), isPut: false, patience);

    internal bool TryPass(double amount, bool isPut)
    {
        if ((isPut ? putters : takers).Waiting.Count > 0 || !(isPut ? HasRoom(amount) : Level >= amount))
        {
            return false;
        }

        SetLevel(isPut ? Level + amount : Level - amount);
        Settle();
        return true;
    }

    internal void Join(ProcessFrame frame, double amount, bool isPut, double? patience)
    {
        Line line = isPut ? putters : takers;
        frame.Position = line.Waiting.Add((frame, amount));
        frame.WaitIn(line);
        if (patience is { } longest)
        {
            Simulator.ScheduleAt(frame, Simulator.Now + longest, Simulator.LastOfItsTime);
        }
    }

    private double Check(double amount) =>
        NumberGuard.Positive(amount) <= (Capacity ?? double.MaxValue)
            ? amount
            : throw NumberGuard.Refusal(amount, nameof(amount), string.Create(CultureInfo.InvariantCulture, $"no more than the capacity, {Capacity}"));

    private bool HasRoom(double amount) => !(Level + amount > Capacity);

    private void SetLevel(double level)
    {
        Level = level;
        LevelOverTime.Set(Simulator.Now, level);
    }

    /// <summary>Lets all go on who can.</summary>
    private void Settle()
    {
        bool goesOn = true;
        while (goesOn)
        {
            goesOn = false;
            while (takers.Waiting.TryFirst(out int taker) && Level >= takers.Waiting[taker].Amount)
            {
                SetLevel(Level - takers.Waiting[taker].Amount);
                takers.Grant(taker);
                goesOn = true;
            }

            while (putters.Waiting.TryFirst(out int putter) && HasRoom(putters.Waiting[putter].Amount))
            {
                SetLevel(Level + putters.Waiting[putter].Amount);
                putters.Grant(putter);
                goesOn = true;
            }
        }
    }

    /// <summary>Is one of the two lines.</summary>
    private sealed class Line(Container container) : IWaitingPlace
    {
        public SlotList<(ProcessFrame Frame, double Amount)> Waiting { get; } = new();

        public void Grant(int slot)
        {
            ProcessFrame frame = Waiting.Remove(slot).Frame;
            container.Simulator.Cancel(frame);
            container.Simulator.MakeReady(frame);
        }

        public void Leave(ProcessFrame frame)
        {
            // One behind may need less.
            Waiting.Remove(frame.Position);
            container.Settle();
        }
    }
}
