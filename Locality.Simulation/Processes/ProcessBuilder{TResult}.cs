using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

#pragma warning disable CA1822 // The compiler calls these members on an instance.

/// <summary>Builds <c>async Process&lt;TResult&gt;</c> methods. The compiler calls it.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ProcessBuilder<TResult>
{
    private ProcessFrame? frame;
    private ResultCell<TResult>? cell;
    private TResult value;
    private EarlyFailure? failure;

    /// <summary>Gets the process. It is read once, after the method has run to its first wait.</summary>
    public readonly Process<TResult> Task => cell is null ? new(value, failure) : new(cell);

    /// <summary>Makes a builder.</summary>
    /// <returns>The builder.</returns>
    public static ProcessBuilder<TResult> Create() => default;

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
            if (failure is not null)
            {
                cell!.GiveBack();
                cell = null;
            }
        }

        failure?.MethodName = MethodNames.Of(typeof(TStateMachine));
    }

    /// <summary>Does nothing: state machines stay structs.</summary>
    /// <param name="stateMachine">Ignored.</param>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>Ends the process with a result.</summary>
    /// <param name="result">The result.</param>
    public void SetResult(TResult result)
    {
        if (frame is null)
        {
            value = result;
            return;
        }

        // Giving the frame back clears the state machine, and this builder with it.
        ResultCell<TResult> done = cell!;
        done.Value = result;
        done.End(frame.Complete());
    }

    /// <summary>Ends the process with an error.</summary>
    /// <param name="exception">The error.</param>
    public void SetException(Exception exception)
    {
        if (frame is null)
        {
            failure = new EarlyFailure(exception);
            return;
        }

        ResultCell<TResult> done = cell!;
        bool awaited = frame.Parent is not null || frame.Branch is not null;
        string name = frame.Name;
        done.Error = (Exception?)frame.Fail(exception) ?? new ProcessCancelledException(name);
        done.End(awaited);
    }

    /// <summary>Makes the process wait.</summary>
    /// <typeparam name="TAwaiter">What it waits for.</typeparam>
    /// <typeparam name="TStateMachine">The method's state machine.</typeparam>
    /// <param name="awaiter">What it waits for.</param>
    /// <param name="stateMachine">The state machine.</param>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion, ISimulationAwaiter
        where TStateMachine : IAsyncStateMachine => Suspend(ref awaiter, ref stateMachine);

    /// <summary>Makes the process wait.</summary>
    /// <typeparam name="TAwaiter">What it waits for.</typeparam>
    /// <typeparam name="TStateMachine">The method's state machine.</typeparam>
    /// <param name="awaiter">What it waits for.</param>
    /// <param name="stateMachine">The state machine.</param>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion, ISimulationAwaiter
        where TStateMachine : IAsyncStateMachine => Suspend(ref awaiter, ref stateMachine);

    private void Suspend<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion, ISimulationAwaiter
        where TStateMachine : IAsyncStateMachine
    {
        ProcessFrame? suspended = frame;
        if (suspended is null)
        {
            ProcessFrame<TStateMachine> rented = awaiter.Simulator.PoolOf<TStateMachine>().Rent();
            cell = awaiter.Simulator.CellsOf<TResult>().Rent();
            frame = suspended = rented;
            cell.Frame = rented;
            rented.Machine = stateMachine;
        }

        awaiter.Suspend(suspended);
        if (suspended.Simulator.Trace is not null)
        {
            suspended.Simulator.TraceWait(suspended);
        }
    }
}
