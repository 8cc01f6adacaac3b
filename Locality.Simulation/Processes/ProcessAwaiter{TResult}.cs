using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace LocalitySim.Simulation;

/// <summary>Waits for a process and takes its result.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
public readonly struct ProcessAwaiter<TResult> : ICriticalNotifyCompletion, ISimulationAwaiter
{
    private readonly Process<TResult> process;

    internal ProcessAwaiter(Process<TResult> process) => this.process = process;

    /// <summary>Gets whether the process has finished already.</summary>
    public bool IsCompleted => process.Cell is null || process.LiveCell().Frame is null;

    /// <inheritdoc />
    public Simulator Simulator => process.Cell!.Simulator;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ProcessFrame awaited = process.LiveCell().Frame!;
        awaited.CheckNotAwaited();
        awaited.Parent = frame;
        frame.WaitIn(awaited);
    }

    /// <summary>Ends the wait and returns the result.</summary>
    /// <returns>What the process returned.</returns>
    /// <exception cref="ProcessException">The process failed, before its first wait or later.</exception>
    /// <exception cref="ProcessCancelledException">The awaited process was cancelled, or the waiting one.</exception>
    /// <exception cref="InterruptedException">The waiting process was interrupted.</exception>
    /// <exception cref="InvalidOperationException">The result has been taken already, or was dropped.</exception>
    public TResult GetResult()
    {
        if (process.Cell is null)
        {
            return process.Failure is null ? process.Value : throw process.Failure.AsException();
        }

        // Taken first: a reason left standing would be found by the next process that resumes.
        process.Cell.Simulator.TakeWake();
        ResultCell<TResult> cell = process.LiveCell();
        TResult value = cell.Value;
        Exception? error = cell.Error;
        cell.GiveBack();
        if (error is not null)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        return value;
    }

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void OnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);

    /// <summary>Makes an await outside a process throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="continuation">What follows the await.</param>
    public void UnsafeOnCompleted(Action continuation) => OutsideProcess.Refuse(Simulator, continuation);
}
