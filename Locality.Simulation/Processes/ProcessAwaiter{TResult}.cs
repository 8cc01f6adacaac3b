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
    public bool IsCompleted => process.Cell is null || process.LiveCell().IsDone;

    /// <inheritdoc />
    public Simulator Simulator => process.Cell!.Simulator;

    /// <inheritdoc />
    public void Suspend(ProcessFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ResultCell<TResult> cell = process.LiveCell();
        if (cell.Parent is not null)
        {
            throw new InvalidOperationException("Another process awaits this process already: one at a time may.");
        }

        cell.Parent = frame;
        frame.WaitIn(cell);
    }

    /// <summary>Ends the wait and returns the result.</summary>
    /// <returns>What the process returned.</returns>
    /// <exception cref="ProcessException">The process failed after its first wait. What it threw before that comes as from any call.</exception>
    /// <exception cref="InterruptedException">The waiting process was interrupted.</exception>
    /// <exception cref="InvalidOperationException">The result has been taken already.</exception>
    public TResult GetResult()
    {
        if (process.Cell is null)
        {
            if (process.Error is { } early)
            {
                ExceptionDispatchInfo.Throw(early);
            }

            return process.Value;
        }

        // Taken first: a reason left standing would be found by the next process that resumes.
        process.Cell.Simulator.TakeWake();
        ResultCell<TResult> cell = process.LiveCell();
        TResult value = cell.Value;
        Exception? error = cell.Error;
        cell.Simulator.CellsOf<TResult>().Return(cell);
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
