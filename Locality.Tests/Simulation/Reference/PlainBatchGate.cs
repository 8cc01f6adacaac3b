namespace LocalitySim.Tests;

/// <summary>Is a gate that opens on a timetable. An opening is an event only if somebody waits when it is scheduled.</summary>
internal sealed class PlainBatchGate(PlainEngine engine, SmallModel.BatchGateData data) : IPlainPlace
{
    private readonly List<(PlainProcess Process, int Priority, int Arrival)> waiters = [];
    private bool isScheduled;
    private int opening;
    private int arrivals;

    public int QueueLength => waiters.Count;

    public void Pass(PlainProcess process, int priority)
    {
        waiters.Add((process, priority, ++arrivals));
        process.Wait(this, null);
        if (!isScheduled)
        {
            ScheduleNext();
        }
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process) => waiters.RemoveAll(waiter => waiter.Process == process);

    private void ScheduleNext()
    {
        while (data.FirstOpening + (opening * data.Interval) < engine.Now)
        {
            opening++;
        }

        isScheduled = true;
        engine.Schedule(data.FirstOpening + (opening * data.Interval), 127, Open);
    }

    private void Open()
    {
        isScheduled = false;
        opening++;
        foreach ((PlainProcess process, int priority, int arrival) passing in waiters.OrderBy(waiter => waiter.Priority).ThenBy(waiter => waiter.Arrival).Take(data.Limit ?? int.MaxValue).ToList())
        {
            waiters.Remove(passing);
            passing.process.Wake(PlainAnswer.Done);
        }

        if (waiters.Count > 0)
        {
            ScheduleNext();
        }
    }
}
