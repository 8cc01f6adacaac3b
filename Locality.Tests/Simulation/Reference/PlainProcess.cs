namespace LocalitySim.Tests;

/// <summary>Is a process: steps and the number of the next one.</summary>
internal sealed class PlainProcess(PlainEngine engine, int index, IReadOnlyList<Step> steps, bool survivesCancelling, Action<PlainProcess, Step> perform) : IPlainPlace
{
    private State state = State.Running;
    private IPlainPlace? place;
    private PlainCalendar.Entry? entry;
    private PlainAnswer answer = PlainAnswer.Done;
    private PlainAnswer lateAnswer = PlainAnswer.OutOfPatience;
    private int? keptInterruption;
    private bool isCancellationKept;

    private enum State
    {
        Running,
        Waiting,
        Woken,
        Ended,
    }

    public int Index => index;

    /// <summary>Gets whether the call that made it has returned, so that others know it.</summary>
    public bool IsKnown { get; private set; }

    public bool IsEnded => state == State.Ended;

    public bool IsWaiting => state == State.Waiting;

    /// <summary>Gets the number of steps begun.</summary>
    public int Reached { get; private set; }

    public List<(PlainResource Resource, int Units)> Leases { get; } = [];

    /// <summary>Gets or sets what is to be done when it ends, by one who awaits it.</summary>
    public Action? OnEnd { get; set; }

    /// <summary>Gets or sets what it does when its wait ends, however that is.</summary>
    public Action? OnResumption { get; set; }

    /// <summary>Runs it for the first time.</summary>
    public void Start()
    {
        Advance();
        IsKnown = true;
    }

    public void Note(PlainAnswer found) => engine.Note(index, found.What, found.First, found.Second, found.Third);

    /// <summary>Begins to wait, up to a time if there is one.</summary>
    public void Wait(IPlainPlace? where, double? until, int priority = 0, PlainAnswer? late = null)
    {
        state = State.Waiting;
        place = where;
        lateAnswer = late ?? PlainAnswer.OutOfPatience;
        entry = until is { } time ? engine.Schedule(time, priority, TimeOut) : null;
    }

    /// <summary>Goes on waiting without a limit.</summary>
    public void EndPatience()
    {
        engine.Cancel(entry);
        entry = null;
    }

    /// <summary>Ends the wait; it has left the place, or that knows.</summary>
    public void Wake(PlainAnswer found)
    {
        EndPatience();
        place = null;
        answer = found;
        state = State.Woken;
        engine.Wake(Resume);
    }

    public void Interrupt(int cause)
    {
        if (state == State.Waiting)
        {
            PutOut(new PlainAnswer(PlainAnswer.Interrupted, cause));
        }
        else if (state != State.Ended)
        {
            keptInterruption ??= cause;
        }
    }

    public void Cancel()
    {
        if (state == State.Waiting)
        {
            PutOut(new PlainAnswer(PlainAnswer.Cancelled));
        }
        else if (state == State.Woken && answer.What is PlainAnswer.Interrupted)
        {
            answer = new PlainAnswer(PlainAnswer.Cancelled);
        }
        else if (state == State.Running || (state == State.Woken && answer.What is not PlainAnswer.Cancelled))
        {
            isCancellationKept = true;
        }
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process) => OnEnd = null;

    private void PutOut(PlainAnswer found)
    {
        // It leaves first, and that may let others go on: they are woken before it.
        EndPatience();
        place?.Leave(this);
        Wake(found);
    }

    private void TimeOut()
    {
        entry = null;
        answer = place is null ? PlainAnswer.Done : lateAnswer;
        place?.Leave(this);
        place = null;
        Resume();
    }

    private void Resume()
    {
        state = State.Running;
        Note(answer);
        answer.OnResumption?.Invoke();
        OnResumption?.Invoke();
        OnResumption = null;
        if (answer.What is PlainAnswer.Cancelled && !survivesCancelling)
        {
            End();
        }
        else
        {
            Advance();
        }
    }

    private void Advance()
    {
        while (state == State.Running)
        {
            if (Reached == steps.Count)
            {
                End();
                return;
            }

            engine.Note(index, "begins", Reached);
            perform(this, steps[Reached++]);
        }

        // What was kept ends the wait that has just begun. A cancellation goes before an interruption, which is kept on.
        if (isCancellationKept)
        {
            isCancellationKept = false;
            PutOut(new PlainAnswer(PlainAnswer.Cancelled));
        }
        else if (keptInterruption is { } cause)
        {
            keptInterruption = null;
            PutOut(new PlainAnswer(PlainAnswer.Interrupted, cause));
        }
    }

    private void End()
    {
        foreach ((PlainResource resource, int units) in Leases)
        {
            resource.GiveBack(units);
        }

        engine.Note(index, "ends");
        state = State.Ended;
        OnEnd?.Invoke();
    }
}
