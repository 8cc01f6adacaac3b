using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for the next value of a <see cref="Broadcast{T}"/>.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public readonly struct BroadcastAwaitable<T> : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Broadcast<T> broadcast;
    private readonly double? patience;

    internal BroadcastAwaitable(Broadcast<T> broadcast, double? patience)
    {
        this.broadcast = broadcast;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets false: the next value is waited for, even if one was sent before.</summary>
    public bool IsCompleted => false;

    /// <inheritdoc />
    public Simulator Simulator => broadcast.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public BroadcastAwaitable<T> GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => broadcast.Join(frame, patience);

    /// <summary>Ends the wait.</summary>
    /// <returns>The value, or that none came in time.</returns>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    public Heard<T> GetResult() => broadcast.TakeAnswer();

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
