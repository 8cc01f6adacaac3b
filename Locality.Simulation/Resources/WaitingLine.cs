using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Is a queue of processes in the order priority (lower first), then arrival.</summary>
/// <remarks>
/// While all who wait have one priority it is a ring of their numbers: joining, taking the first and leaving are O(1). Once
/// priorities differ it is a heap, until it is empty again: O(log of the number waiting). The order is the same in both.
/// </remarks>
internal sealed class WaitingLine(Simulator simulator)
{
    private const int Gap = -1;
    private readonly FrameHeap<TurnKey> heap = new();
    private int[] ring = new int[8];
    private int head;
    private int ringLength;
    private int ringPriority;
    private long arrivals;

    /// <summary>Gets the number of processes that wait.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the first process. There must be one.</summary>
    internal ProcessFrame First => heap.Count > 0 ? heap.First : simulator.FrameOf(ring[head]);

    /// <summary>Gets the priority of the first process. There must be one.</summary>
    internal int FirstPriority => heap.Count > 0 ? heap.FirstKey.Priority : ringPriority;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Join(ProcessFrame frame, int priority)
    {
        if (heap.Count == 0 && (Count == 0 || priority == ringPriority))
        {
            if (ringLength == ring.Length)
            {
                CloseGaps();
            }

            ringPriority = priority;
            int place = (head + ringLength++) & (ring.Length - 1);
            ring[place] = frame.Id;
            frame.Position = place;
        }
        else
        {
            JoinHeap(frame, priority);
        }

        Count++;
    }

    /// <summary>Takes the first process out. There must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ProcessFrame TakeFirst()
    {
        Count--;
        if (heap.Count > 0)
        {
            return heap.TakeFirst(out _);
        }

        ProcessFrame first = simulator.FrameOf(ring[head]);
        DropFirst();
        return first;
    }

    /// <summary>Takes a process out from wherever it stands.</summary>
    internal void Leave(ProcessFrame frame)
    {
        Count--;
        if (heap.Count > 0)
        {
            heap.Leave(frame);
        }
        else if (frame.Position == head)
        {
            DropFirst();
        }
        else
        {
            ring[frame.Position] = Gap;
        }
    }

    /// <summary>Gives a process that waits another priority. Its time of arrival stays.</summary>
    internal void ChangePriority(ProcessFrame frame, int priority)
    {
        if (heap.Count == 0)
        {
            BecomeHeap();
        }

        TurnKey key = heap.Leave(frame);
        heap.Join(frame, key with { Priority = priority });
    }

    private void JoinHeap(ProcessFrame frame, int priority)
    {
        if (heap.Count == 0)
        {
            BecomeHeap();
        }

        heap.Join(frame, new TurnKey(priority, ++arrivals));
    }

    private void BecomeHeap()
    {
        for (int index = 0; index < ringLength; index++)
        {
            int waiting = ring[(head + index) & (ring.Length - 1)];
            if (waiting != Gap)
            {
                heap.Join(simulator.FrameOf(waiting), new TurnKey(ringPriority, ++arrivals));
            }
        }

        head = ringLength = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void DropFirst()
    {
        // The head is never a gap, so that the first who waits is found at once.
        do
        {
            head = (head + 1) & (ring.Length - 1);
            ringLength--;
        }
        while (ringLength > 0 && ring[head] == Gap);
    }

    private void CloseGaps()
    {
        int[] target = Count > ring.Length / 2 ? new int[ring.Length * 2] : new int[ring.Length];
        int kept = 0;
        for (int index = 0; index < ringLength; index++)
        {
            int waiting = ring[(head + index) & (ring.Length - 1)];
            if (waiting != Gap)
            {
                simulator.FrameOf(waiting).Position = kept;
                target[kept++] = waiting;
            }
        }

        ring = target;
        head = 0;
        ringLength = kept;
    }
}
