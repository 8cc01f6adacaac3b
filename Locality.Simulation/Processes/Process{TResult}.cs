using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Is a simulation process that yields a result: what an <c>async Process&lt;TResult&gt;</c> method returns.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
/// <remarks>
/// <para>Its result is taken once: await it once. One that was handed to <see cref="Simulator.Start{TResult}"/> keeps its result only
/// if somebody awaits it when it ends, by itself or among others; if not, the result is dropped.</para>
/// <para>What it throws, before its first wait or later, reaches the one that awaits it as a <see cref="ProcessException"/>. If none
/// does, the start or the run ends with it. Whoever awaits the result of one that was cancelled gets a
/// <see cref="ProcessCancelledException"/>.</para>
/// </remarks>
[AsyncMethodBuilder(typeof(ProcessBuilder<>))]
public readonly struct Process<TResult>
{
    private readonly int generation;

    internal Process(ResultCell<TResult> cell)
    {
        Cell = cell;
        generation = cell.Generation;
        Value = default!;
    }

    internal Process(TResult value, EarlyFailure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>Gets whether the process has run to its end.</summary>
    public bool IsFinished => Cell is null || Cell.Generation != generation || Cell.Frame is null;

    /// <summary>Gets whether the cell is still that of this process: its result has been neither taken nor dropped.</summary>
    internal bool HasCell => Cell is not null && Cell.Generation == generation;

    internal ResultCell<TResult>? Cell { get; }

    internal TResult Value { get; }

    /// <summary>What the process threw before its first wait, if it did.</summary>
    internal EarlyFailure? Failure { get; }

    /// <summary>Forgets the result's type, so that the process may be interrupted, cancelled or waited for among others.</summary>
    /// <param name="process">The process.</param>
    public static implicit operator Process(Process<TResult> process) => process.ToProcess();

    /// <summary>Waits for the end of a process among others. Its result is awaited afterwards.</summary>
    /// <param name="process">The process.</param>
    public static implicit operator WaitTarget(Process<TResult> process) => process.ToWaitTarget();

    /// <summary>Waits for the end of the process among others. Its result is awaited afterwards.</summary>
    /// <returns>What to wait for.</returns>
    public WaitTarget ToWaitTarget() => WaitTarget.FromProcess(ToProcess());

    /// <summary>Forgets the result's type, so that the process may be interrupted, cancelled or waited for among others.</summary>
    /// <returns>The process without its result, which can still be taken from this one.</returns>
    public Process ToProcess() => new(IsFinished ? null : Cell!.Frame, Failure);

    /// <summary>Returns what <c>await</c> uses.</summary>
    /// <returns>The awaiter.</returns>
    public ProcessAwaiter<TResult> GetAwaiter() => new(this);

    internal ResultCell<TResult> LiveCell() =>
        HasCell
            ? Cell!
            : throw new InvalidOperationException("The result of this process has been taken already, or was dropped as nobody awaited it: await a Process<T> once.");
}
