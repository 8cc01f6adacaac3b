using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

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
        if (awaited.Parent is not null)
        {
            throw new InvalidOperationException("Another process awaits this process already: one at a time may.");
        }

        awaited.Parent = frame;
        frame.WaitIn(awaited);
    }

    /// <summary>Ends the wait.</summary>
    /// <exception cref="ProcessException">The process failed after its first wait. What it threw before that comes as from any call.</exception>
    /// <exception cref="InterruptedException">The waiting process was interrupted.</exception>
    public void GetResult()
    {
        if (process.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure.Error);
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
