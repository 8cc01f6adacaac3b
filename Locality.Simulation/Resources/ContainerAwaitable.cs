using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits to put an amount into a <see cref="Container"/>, or to take one out.</summary>
public readonly struct ContainerAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Container container;
    private readonly double amount;
    private readonly double? patience;
    private readonly bool isPut;

    internal ContainerAwaitable(Container container, double amount, bool isPut, double? patience)
    {
        this.container = container;
        this.amount = amount;
        this.isPut = isPut;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets whether it could be done at once: then it is done.</summary>
    public bool IsCompleted => container.TryPass(amount, isPut);

    /// <inheritdoc />
    public Simulator Simulator => container.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public ContainerAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => container.Join(frame, amount, isPut, patience);

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether it was done: false if patience ran out.</returns>
    /// <exception cref="InterruptedException">The process was interrupted: nothing was done.</exception>
    public bool GetResult() => Simulator.TakeWake() != WakeReason.TimedOut;

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
