using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for a <see cref="Signal"/> or a time-out.</summary>
public readonly struct SignalAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Signal signal;
    private readonly double? timeout;

    internal SignalAwaitable(Simulator simulator, Signal signal, double? timeout)
    {
        Simulator = simulator;
        this.signal = signal;
        this.timeout = timeout is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets false: a signal is waited for, even if it has fired before.</summary>
    public bool IsCompleted => false;

    /// <inheritdoc />
    public Simulator Simulator { get; }

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public SignalAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => signal.Add(frame, timeout);

    /// <summary>Ends the wait.</summary>
    /// <returns>True if the signal came; false if the time-out did.</returns>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    public bool GetResult() => Simulator.TakeWake() != WakeReason.TimedOut;

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
