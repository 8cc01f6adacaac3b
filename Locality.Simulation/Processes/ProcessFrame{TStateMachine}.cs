using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Holds the state machine of one kind of process.</summary>
/// <typeparam name="TStateMachine">The state machine that the compiler made.</typeparam>
internal sealed class ProcessFrame<TStateMachine>(Simulator simulator, FramePool<TStateMachine> pool) : ProcessFrame(simulator)
    where TStateMachine : IAsyncStateMachine
{
    /// <summary>The state machine itself, not a reference to it.</summary>
    internal TStateMachine Machine = default!;

    /// <inheritdoc />
    internal override string MethodName => MethodNames.Of(typeof(TStateMachine));

    /// <inheritdoc />
    internal override void Resume()
    {
        if (Simulator.Trace is not null)
        {
            Simulator.TraceResumption(this);
        }

        Machine.MoveNext();
        if (Notes != FrameNotes.None)
        {
            Attend();
        }
    }

    /// <inheritdoc />
    internal override void MoveNext() => Machine.MoveNext();

    /// <inheritdoc />
    internal override void GiveBack()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TStateMachine>())
        {
            // What the process held may go.
            Machine = default!;
        }

        pool.Return(this);
    }
}
