using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for a process to finish.</summary>
public readonly struct ProcessAwaiter : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Process process;

    internal ProcessAwaiter(Process process) => this.process = process;

    /// <summary>Gets whether the process has finished already.</summary>
    public bool IsCompleted => process.IsFinished;

    /// <inheritdoc />
    public Simulator Simulator => process.Frame!.Simulator;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ProcessFrame awaited = process.Frame!;
        awaited.CheckNotAwaited();
        awaited.Parent = frame;
        frame.WaitIn(awaited);
    }

    /// <summary>Ends the wait.</summary>
    /// <exception cref="ProcessException">The process failed, before its first wait or later.</exception>
    /// <exception cref="InterruptedException">The waiting process was interrupted. The awaited one goes on.</exception>
    public void GetResult()
    {
        if (process.Failure is { } failure)
        {
            throw failure.AsException();
        }

        process.Frame?.Simulator.TakeWake();
    }

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
