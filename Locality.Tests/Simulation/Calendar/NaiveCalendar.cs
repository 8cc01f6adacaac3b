namespace LocalitySim.Tests;

/// <summary>Is an engine so plain that it is right by inspection: the list of pending events, searched for the least each time.</summary>
internal sealed class NaiveCalendar(Action<int> occur)
{
    private readonly List<(double Time, int Priority, long Sequence, int Item)> pending = [];
    private long sequence;

    public double Now { get; private set; }

    public int PendingCount => pending.Count;

    public void Schedule(int item, double delay, int priority)
    {
        Cancel(item);
        pending.Add((Now + delay, priority, ++sequence, item));
    }

    public void Cancel(int item) => pending.RemoveAll(entry => entry.Item == item);

    public void Run(double until)
    {
        while (pending.Count > 0)
        {
            (double time, int priority, long order, int item) = pending.Min();
            if (time > until)
            {
                break;
            }

            pending.Remove((time, priority, order, item));
            Now = time;
            occur(item);
        }

        Now = until;
    }
}
