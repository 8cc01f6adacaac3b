using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Is a resource: a number in use and a list of those who wait.</summary>
internal sealed class PlainResource(PlainEngine engine, int capacity, int? queueLimit) : IPlainPlace
{
    private readonly List<Waiter> waiters = [];
    private int arrivals;

    public int Capacity { get; private set; } = capacity;

    public int InUse { get; private set; }

    public int QueueLength => waiters.Count;

    public void Acquire(PlainProcess process, Step.Acquire step)
    {
        PlainAnswer granted = new("done") { OnResumption = () => process.Leases.Add((this, step.Units)) };
        if (waiters.All(waiter => step.Priority < waiter.Priority) && InUse + step.Units <= Capacity)
        {
            InUse += step.Units;
            process.Note(granted);
            granted.OnResumption();
        }
        else if (waiters.Count >= queueLimit)
        {
            process.Note(new PlainAnswer("balked"));
        }
        else
        {
            waiters.Add(new Waiter(process, step.Units, ++arrivals, granted) { Priority = step.Priority });

            // A unit that comes at the very end of patience is in time.
            process.Wait(this, engine.Now + step.Patience, 127);
        }
    }

    public void GiveBack(int units)
    {
        InUse -= units;
        Grant();
    }

    public void SetCapacity(int capacity)
    {
        Capacity = capacity;
        Grant();
    }

    /// <summary>Changes the capacity at the times of a schedule, from one of them on.</summary>
    public void Follow(IReadOnlyList<CapacityChange> schedule, int next)
    {
        if (next < schedule.Count)
        {
            engine.Schedule(schedule[next].Time, -128, () =>
            {
                SetCapacity(schedule[next].Capacity);
                Follow(schedule, next + 1);
            });
        }
    }

    public void ChangePriority(PlainProcess process, int priority)
    {
        if (waiters.Find(waiter => waiter.Process == process) is { } waiter)
        {
            waiter.Priority = priority;
            Grant();
        }
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process)
    {
        waiters.RemoveAll(waiter => waiter.Process == process);
        Grant();
    }

    private void Grant()
    {
        while (waiters.OrderBy(waiter => waiter.Priority).ThenBy(waiter => waiter.Arrival).FirstOrDefault() is { } first && InUse + first.Units <= Capacity)
        {
            waiters.Remove(first);
            InUse += first.Units;
            first.Process.Wake(first.Granted);
        }
    }

    private sealed record Waiter(PlainProcess Process, int Units, int Arrival, PlainAnswer Granted)
    {
        public int Priority { get; set; }
    }
}
