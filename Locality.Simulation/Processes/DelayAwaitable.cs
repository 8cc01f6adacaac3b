using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits until a time.</summary>
public readonly struct DelayAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly double end;
    private readonly int priority;

    internal DelayAwaitable(Simulator simulator, double end, int priority)
    {
        Simulator = simulator;
        this.end = end;
        this.priority = Simulator.CheckPriority(priority);
    }

    /// <summary>Gets false: even a delay of zero lets the other events of this instant go first.</summary>
    public bool IsCompleted => false;

    /// <inheritdoc />
    public Simulator Simulator { get; }

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public DelayAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Suspend(ProcessFrame frame)
    {
        frame.IsWaiting = true;

        // One that is awaited after its time has passed ends now.
        Simulator.ScheduleAt(frame, Math.Max(end, Simulator.Now), priority);
    }

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void GetResult() => Simulator.TakeWake();

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
