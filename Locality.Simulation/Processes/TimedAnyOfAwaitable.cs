using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for the first of several processes and signals, up to a limit.</summary>
public readonly struct TimedAnyOfAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly JoinHandle join;
    private readonly double limit;

    internal TimedAnyOfAwaitable(JoinHandle join, double limit)
    {
        this.join = join;
        this.limit = limit;
    }

    /// <summary>Gets whether the processes that have finished already end the wait before it begins.</summary>
    public bool IsCompleted => join.Live().IsDecided();

    /// <inheritdoc />
    public Simulator Simulator => join.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public TimedAnyOfAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => join.Live().Suspend(frame, limit);

    /// <summary>Ends the wait.</summary>
    /// <returns>The index of the one that came first, from 0; null if the limit came first.</returns>
    /// <exception cref="ProcessException">One of the processes failed. The others go on.</exception>
    /// <exception cref="InterruptedException">The waiting process was interrupted. Those that it waited for go on.</exception>
    /// <exception cref="InvalidOperationException">It was awaited before.</exception>
    public int? GetResult() => join.Live().TakeResult();

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
