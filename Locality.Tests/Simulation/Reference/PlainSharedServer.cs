namespace LocalitySim.Tests;

/// <summary>Is a processor-sharing server: a list of jobs with the virtual time at which each ends.</summary>
/// <remarks>
/// The arithmetic is that of the documentation: one virtual time that advances at the pace. So its times are those of the engine, to
/// the last bit, and ties that rounding makes or breaks are the same.
/// </remarks>
internal sealed class PlainSharedServer(PlainEngine engine, SmallModel.SharedServerData data) : IPlainPlace
{
    private readonly List<Job> jobs = [];
    private double capacity = data.Capacity;
    private double virtualTime;
    private double lastTime;
    private PlainCalendar.Entry? next;
    private (double Pace, double Target) scheduledFor;

    public int JobCount => jobs.Count;

    public double TotalWeight => jobs.Sum(job => job.Weight);

    public double Pace => jobs.Count == 0
        ? 0
        : Math.Min(data.MaximumPace ?? double.PositiveInfinity, Math.Max(0, capacity - jobs.Sum(job => job.StandingLoad)) / TotalWeight);

    public void Serve(PlainProcess process, Step.Share step)
    {
        if (step.Work == 0)
        {
            process.Note(new PlainAnswer("done", 0));
            return;
        }

        Advance();
        jobs.Add(new Job(process, virtualTime + step.Work, step.Weight, step.StandingLoad));
        process.Wait(this, null);
        Reschedule();
    }

    public void SetCapacity(double value)
    {
        Advance();
        capacity = value;
        Reschedule();
    }

    public void EvictAll()
    {
        Advance();

        // The nearest its end first; a sort that keeps the order of arrival among equals.
        foreach (Job job in jobs.OrderBy(job => job.Target).ToList())
        {
            jobs.Remove(job);
            job.Process.Wake(new PlainAnswer("evicted", Math.Max(0, job.Target - virtualTime)));
        }

        Reschedule();
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process)
    {
        Advance();
        jobs.RemoveAll(job => job.Process == process);
        Reschedule();
    }

    private void Advance()
    {
        virtualTime += Pace * (engine.Now - lastTime);
        lastTime = engine.Now;
    }

    private void Reschedule()
    {
        if (jobs.Count == 0)
        {
            virtualTime = 0;
        }

        if (Pace == 0)
        {
            engine.Cancel(next);
            next = null;
            return;
        }

        // The end of the first job keeps its place in the calendar while neither the pace nor the work to go for has changed.
        (double Pace, double Target) due = (Pace, jobs.Min(job => job.Target));
        if (next is null || due != scheduledFor)
        {
            engine.Cancel(next);
            scheduledFor = due;
            next = engine.Schedule(engine.Now + (Math.Max(0, due.Target - virtualTime) / due.Pace), 0, End);
        }
    }

    private void End()
    {
        next = null;
        Advance();
        virtualTime = Math.Max(virtualTime, jobs.Min(job => job.Target));
        foreach (Job job in jobs.Where(job => job.Target <= virtualTime).OrderBy(job => job.Target).ToList())
        {
            jobs.Remove(job);
            job.Process.Wake(new PlainAnswer("done", 0));
        }

        Reschedule();
    }

    private sealed class Job(PlainProcess process, double target, double weight, double standingLoad)
    {
        public PlainProcess Process => process;

        public double Target => target;

        public double Weight => weight;

        public double StandingLoad => standingLoad;
    }
}
