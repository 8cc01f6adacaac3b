using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

#pragma warning disable CA1822 // The compiler calls these members on an instance.

/// <summary>Builds <c>async Process</c> methods. The compiler calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ProcessBuilder
{
    private ProcessFrame? frame;
    private EarlyFailure? failure;

    /// <summary>Gets the process. It is read once, after the method has run to its first wait.</summary>
    public readonly Process Task => new(frame is { IsWaiting: true } ? frame : null, failure);

    /// <summary>Makes a builder.</summary>
    /// <returns>The builder.</returns>
    public static ProcessBuilder Create() => default;

    /// <summary>Runs the method to its first wait.</summary>
    /// <typeparam name="TStateMachine">The method's state machine.</typeparam>
    /// <param name="stateMachine">The state machine.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        stateMachine.MoveNext();
        if (frame is { Notes: not FrameNotes.None })
        {
            failure = frame.AttendAtStart();
        }

        failure?.MethodName = MethodNames.Of(typeof(TStateMachine));
    }

    /// <summary>Does nothing: state machines stay structs.</summary>
    /// <param name="stateMachine">Ignored.</param>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>Ends the process.</summary>
    public readonly void SetResult() => frame?.Complete();

    /// <summary>Ends the process with an error.</summary>
    /// <param name="exception">The error.</param>
    public void SetException(Exception exception)
    {
        if (frame is not null)
        {
            frame.Fail(exception);
        }
        else
        {
            failure = new EarlyFailure(exception);
        }
    }

    /// <summary>Makes the process wait.</summary>
    /// <typeparam name="TAwaiter">What it waits for.</typeparam>
    /// <typeparam name="TStateMachine">The method's state machine.</typeparam>
    /// <param name="awaiter">What it waits for.</param>
    /// <param name="stateMachine">The state machine.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion, ISimulationAwaiter
        where TStateMachine : IAsyncStateMachine => Suspend(ref awaiter, ref stateMachine);

    /// <summary>Makes the process wait.</summary>
    /// <typeparam name="TAwaiter">What it waits for.</typeparam>
    /// <typeparam name="TStateMachine">The method's state machine.</typeparam>
    /// <param name="awaiter">What it waits for.</param>
    /// <param name="stateMachine">The state machine.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion, ISimulationAwaiter
        where TStateMachine : IAsyncStateMachine => Suspend(ref awaiter, ref stateMachine);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Suspend<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion, ISimulationAwaiter
        where TStateMachine : IAsyncStateMachine
    {
        ProcessFrame? suspended = frame;
        if (suspended is null)
        {
            ProcessFrame<TStateMachine> rented = awaiter.Simulator.PoolOf<TStateMachine>().Rent();

            // The frame must be in the builder before the state machine, which holds the builder, is copied.
            frame = suspended = rented;
            rented.Machine = stateMachine;
        }

        awaiter.Suspend(suspended);
        if (suspended.Simulator.Trace is not null)
        {
            suspended.Simulator.TraceWait(suspended);
        }
    }
}
