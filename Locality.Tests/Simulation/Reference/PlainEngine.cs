namespace LocalitySim.Tests;

/// <summary>Is the plainest engine there can be: a list of events and a queue of those who were woken. It shares no code with the real one.</summary>
internal sealed class PlainEngine
{
    private readonly PlainCalendar calendar = new();
    private readonly Queue<Action> woken = new();
    private bool isStopped;

    public double Now { get; private set; }

    public long EventCount { get; private set; }

    public int PendingCount => calendar.Count;

    public List<TraceLine> Trace { get; } = [];

    public PlainCalendar.Entry Schedule(double time, int priority, Action occur) => calendar.Add(time, priority, occur);

    public void Cancel(PlainCalendar.Entry? entry) => calendar.Remove(entry);

    /// <summary>Does something when what runs now has suspended, after what was to be done then before, and before the next event.</summary>
    public void Wake(Action resume) => woken.Enqueue(resume);

    public void Stop() => isStopped = true;

    public void Run(double until)
    {
        isStopped = false;
        ResumeWoken();
        while (!isStopped && calendar.Take(until) is { } entry)
        {
            Now = entry.Time;
            EventCount++;
            entry.Occur();
            ResumeWoken();
        }

        if (!isStopped)
        {
            Now = until;
        }
    }

    public void Note(int actor, string what, double? first = null, double? second = null, double? third = null) =>
        Trace.Add(new TraceLine(Now, actor, what, first, second, third));

    private void ResumeWoken()
    {
        while (woken.TryDequeue(out Action? resume))
        {
            resume();
        }
    }
}
