using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits to pass a <see cref="BatchGate"/>.</summary>
public readonly struct PassAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly BatchGate gate;
    private readonly int priority;

    internal PassAwaitable(BatchGate gate, int priority)
    {
        this.gate = gate;
        this.priority = priority;
    }

    /// <summary>Gets false: one waits for the next opening.</summary>
    public bool IsCompleted => false;

    /// <inheritdoc />
    public Simulator Simulator => gate.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public PassAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => gate.Join(frame, priority);

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    public void GetResult() => Simulator.TakeWake();

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
