using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Is a simulation process that yields a result: what an <c>async Process&lt;TResult&gt;</c> method returns.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
/// <remarks>Its result is taken once: await it once. A failure reaches whoever awaits it, or ends the run if nobody does.</remarks>
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

    internal Process(TResult value, Exception? error)
    {
        Value = value;
        Error = error;
    }

    internal ResultCell<TResult>? Cell { get; }

    internal TResult Value { get; }

    internal Exception? Error { get; }

    /// <summary>Returns what <c>await</c> uses.</summary>
    /// <returns>The awaiter.</returns>
    public ProcessAwaiter<TResult> GetAwaiter() => new(this);

    internal ResultCell<TResult> LiveCell() =>
        Cell!.Generation == generation
            ? Cell
            : throw new InvalidOperationException("The result of this process has been taken already: await a Process<T> once.");
}
