using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for an item of a <see cref="Store{T}"/>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public readonly struct StoreTakeAwaitable<T> : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Store<T> store;
    private readonly Predicate<T>? filter;
    private readonly double? patience;

    internal StoreTakeAwaitable(Store<T> store, Predicate<T>? filter, double? patience)
    {
        this.store = store;
        this.filter = filter;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets whether an item was there that will do: then it is taken at once.</summary>
    public bool IsCompleted => store.TryTake(filter);

    /// <inheritdoc />
    public Simulator Simulator => store.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public StoreTakeAwaitable<T> GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => store.JoinTakers(frame, filter, patience);

    /// <summary>Ends the wait.</summary>
    /// <returns>The item; not granted if patience ran out.</returns>
    /// <exception cref="InterruptedException">The process was interrupted: it has taken nothing.</exception>
    public Taken<T> GetResult() => store.TakeAnswer();

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
