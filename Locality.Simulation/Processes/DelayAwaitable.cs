using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for a length of time.</summary>
public readonly struct DelayAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly double duration;
    private readonly int priority;

    internal DelayAwaitable(Simulator simulator, double duration, int priority)
    {
        Simulator = simulator;
        this.duration = Simulator.CheckDelay(duration);
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
        Simulator.ScheduleAt(frame, Simulator.Now + duration, priority);
    }

    /// <summary>Ends the wait.</summary>
    /// <exception cref="InterruptedException">The process was interrupted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void GetResult() => Simulator.TakeWake();

    /// <summary>Is not for use outside a process.</summary>
    /// <param name="continuation">Ignored.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public void OnCompleted(Action continuation) => throw OutsideProcess.Error();

    /// <summary>Is not for use outside a process.</summary>
    /// <param name="continuation">Ignored.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideProcess.Error();
}
