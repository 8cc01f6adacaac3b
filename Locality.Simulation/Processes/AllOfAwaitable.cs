using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for all of several processes and signals.</summary>
public readonly struct AllOfAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly JoinHandle join;

    internal AllOfAwaitable(JoinHandle join) => this.join = join;

    /// <summary>Gets whether the processes that have finished already end the wait before it begins.</summary>
    public bool IsCompleted => join.Live().IsDecided();

    /// <inheritdoc />
    public Simulator Simulator => join.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public AllOfAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => join.Live().Suspend(frame, null);

    /// <summary>Ends the wait.</summary>
    /// <exception cref="ProcessException">One of the processes failed. The others go on.</exception>
    /// <exception cref="InterruptedException">The waiting process was interrupted. Those that it waited for go on.</exception>
    /// <exception cref="InvalidOperationException">It was awaited before.</exception>
    public void GetResult() => join.Live().TakeResult();

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
