using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Is a running or finished simulation process: what an <c>async Process</c> method returns.</summary>
/// <remarks>
/// <para>A call runs at once up to the first wait. Hand it to <see cref="Simulator.Start(Process, string?)"/> or await it in another
/// process; it may be awaited by one process at a time, and again after it has finished. A suspended process costs one pooled
/// frame: nothing is allocated in steady state.</para>
/// <para>What it throws, before its first wait or later, reaches the one that awaits it as a <see cref="ProcessException"/>. If none
/// does, the start or the run ends with it. One that was cancelled has finished.</para>
/// </remarks>
[AsyncMethodBuilder(typeof(ProcessBuilder))]
public readonly struct Process
{
    private readonly int generation;

    internal Process(ProcessFrame? frame, EarlyFailure? failure)
    {
        Frame = frame;
        generation = frame?.Generation ?? 0;
        Failure = failure;
    }

    /// <summary>Gets whether the process has run to its end.</summary>
    public bool IsFinished => Frame is null || Frame.Generation != generation;

    internal ProcessFrame? Frame { get; }

    /// <summary>What the process threw before its first wait, if it did.</summary>
    internal EarlyFailure? Failure { get; }

    /// <summary>Returns what <c>await</c> uses.</summary>
    /// <returns>The awaiter.</returns>
    public ProcessAwaiter GetAwaiter() => new(this);
}
