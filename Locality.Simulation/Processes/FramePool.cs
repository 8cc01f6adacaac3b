using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Keeps the free frames of one kind of process in one simulator.</summary>
internal sealed class FramePool<TStateMachine>(Simulator simulator)
    where TStateMachine : IAsyncStateMachine
{
    private ProcessFrame<TStateMachine>[] free = new ProcessFrame<TStateMachine>[16];
    private int count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ProcessFrame<TStateMachine> Rent() => count > 0 ? free[--count] : new ProcessFrame<TStateMachine>(simulator, this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Return(ProcessFrame<TStateMachine> frame)
    {
        if (count == free.Length)
        {
            Array.Resize(ref free, count * 2);
        }

        free[count++] = frame;
    }
}
