using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for a job to be done by a <see cref="ProcessorSharingServer"/>.</summary>
public readonly struct ServeAwaitable : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly ProcessorSharingServer server;
    private readonly ServiceJob job;
    private readonly double remainingWork;

    internal ServeAwaitable(ProcessorSharingServer server, ServiceJob job)
    {
        this.server = server;
        this.job = job;
        remainingWork = job.Work;
    }

    /// <summary>Gets whether there is no work to do.</summary>
    public bool IsCompleted => remainingWork == 0;

    /// <inheritdoc />
    public Simulator Simulator => server.Simulator;

    /// <summary>Returns itself.</summary>
    /// <returns>The awaiter.</returns>
    public ServeAwaitable GetAwaiter() => this;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        server.Join(frame, job);
    }

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether the job was completed, and the work left if it was put out.</returns>
    /// <exception cref="InterruptedException">The process was interrupted: its job is lost.</exception>
    public ServiceOutcome GetResult() =>
        Simulator.TakeWake() == WakeReason.Evicted ? new ServiceOutcome(false, Simulator.WakeValue) : new ServiceOutcome(true, 0);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
