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
    /// <exception cref="ProcessException">The process failed.</exception>
    /// <exception cref="InterruptedException">The waiting process was interrupted.</exception>
    public void GetResult()
    {
        if (process.Error is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        process.Frame?.Simulator.TakeWake();
    }

    /// <summary>Is not for use outside a process.</summary>
    /// <param name="continuation">Ignored.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public void OnCompleted(Action continuation) => throw OutsideProcess.Error();

    /// <summary>Is not for use outside a process.</summary>
    /// <param name="continuation">Ignored.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideProcess.Error();
}
