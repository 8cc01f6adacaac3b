using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for room in a <see cref="Store{T}"/>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public readonly struct StorePutAwaitable<T> : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Store<T> store;
    private readonly T item;
    private readonly double? patience;

    internal StorePutAwaitable(Store<T> store, T item, double? patience)
    {
        this.store = store;
        this.item = item;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets whether there was room: then the item is in at once.</summary>
    public bool IsCompleted => store.TryPut(item);

    /// <inheritdoc />
    public Simulator Simulator => store.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public StorePutAwaitable<T> GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => store.JoinPutters(frame, item, patience);

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether the item is in: false if patience ran out.</returns>
    /// <exception cref="InterruptedException">The process was interrupted: the item is not in.</exception>
    public bool GetResult() => Simulator.TakeWake() != WakeReason.TimedOut;

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
