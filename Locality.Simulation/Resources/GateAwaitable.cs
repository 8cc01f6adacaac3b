using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits to pass a <see cref="Gate"/>.</summary>
public readonly struct GateAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Gate gate;
    private readonly double? patience;

    internal GateAwaitable(Gate gate, double? patience)
    {
        this.gate = gate;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets whether the gate is open.</summary>
    public bool IsCompleted => gate.IsOpen;

    /// <inheritdoc />
    public Simulator Simulator => gate.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public GateAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => gate.Join(frame, patience);

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether the process passed: false if patience ran out.</returns>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    public bool GetResult() => Simulator.TakeWake() != WakeReason.TimedOut;

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
