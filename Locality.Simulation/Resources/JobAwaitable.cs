using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for a job to be done by a <see cref="ServerPool"/>.</summary>
public readonly struct JobAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly ServerPool pool;
    private readonly double work;
    private readonly double? patience;
    private readonly int priority;

    internal JobAwaitable(ServerPool pool, double work, int priority, double? patience)
    {
        this.pool = pool;
        this.work = Simulator.CheckDelay(work);
        this.priority = priority;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets whether the job finds the queue full: then it balks at once.</summary>
    public bool IsCompleted => pool.TryBalk(priority);

    /// <inheritdoc />
    public Simulator Simulator => pool.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public JobAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        pool.Join(frame, work, priority, patience);
    }

    /// <summary>Ends the wait.</summary>
    /// <returns>How the job left the pool.</returns>
    /// <exception cref="InterruptedException">The process was interrupted: its job has left the pool.</exception>
    public JobOutcome GetResult()
    {
        if (pool.TakeBalk())
        {
            return new JobOutcome(JobEnd.Balked, work, null, null);
        }

        if (Simulator.TakeWake() == WakeReason.TimedOut)
        {
            pool.NoteReneging();
            return new JobOutcome(JobEnd.Reneged, work, null, null);
        }

        return pool.TakeOutcome();
    }

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
