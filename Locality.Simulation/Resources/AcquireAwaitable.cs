using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for units of a <see cref="Resource"/>.</summary>
public readonly struct AcquireAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Resource resource;
    private readonly int priority;
    private readonly int units;
    private readonly double patience;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal AcquireAwaitable(Resource resource, int priority, double? patience, int units)
    {
        if (units < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, "Expected one unit or more.");
        }

        this.resource = resource;
        this.priority = priority;
        this.units = units;
        this.patience = patience is { } longest ? Simulator.CheckDelay(longest) : double.PositiveInfinity;
    }

    /// <summary>Gets whether there is nothing to wait for: the units were free and are taken, or the queue was full. Where holders are tracked that is seen a moment later, to see by whom.</summary>
    public bool IsCompleted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => resource.IsDecided(units, priority);
    }

    /// <inheritdoc />
    public Simulator Simulator => resource.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public AcquireAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Suspend(ProcessFrame frame) => resource.Join(frame, priority, patience, units);

    /// <summary>Ends the wait.</summary>
    /// <returns>The lease; not granted if patience ran out or the queue was full.</returns>
    /// <exception cref="InterruptedException">The process was interrupted while it waited.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lease GetResult() => Simulator.TakeWake() switch
    {
        WakeReason.Normal => new Lease(resource, units, 0),
        WakeReason.Held => new Lease(resource, units, (long)Simulator.WakeValue),
        WakeReason.Balked => Lease.OfBalking,
        _ => default,
    };

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
