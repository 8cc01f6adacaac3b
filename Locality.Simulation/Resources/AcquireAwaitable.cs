using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for a unit of a <see cref="Resource"/>.</summary>
public readonly struct AcquireAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Resource resource;
    private readonly int priority;
    private readonly double? patience;

    internal AcquireAwaitable(Resource resource, int priority, double? patience)
    {
        this.resource = resource;
        this.priority = priority;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : null;
    }

    /// <summary>Gets whether a unit was free: then it is taken at once. Where holders are tracked the unit is taken a moment later, to see by whom.</summary>
    public bool IsCompleted => resource.TryTake();

    /// <inheritdoc />
    public Simulator Simulator => resource.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public AcquireAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame) => resource.Join(frame, priority, patience);

    /// <summary>Ends the wait.</summary>
    /// <returns>The lease; not granted if patience ran out.</returns>
    /// <exception cref="InterruptedException">The process was interrupted while it waited.</exception>
    public Lease GetResult() => Simulator.TakeWake() switch
    {
        WakeReason.TimedOut => default,
        WakeReason.Held => new Lease(resource, (long)Simulator.WakeValue),
        _ => new Lease(resource, 0),
    };

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
