namespace LocalitySim.Simulation;

/// <summary>Holds some of the numbers 0 … n − 1 by key, least first: a binary heap that knows where each number stands.</summary>
/// <remarks>Joining and leaving from any place are each O(log of the count).</remarks>
internal sealed class NumberedHeap<TKey>
    where TKey : struct, IQueueKey<TKey>
{
    private readonly TKey[] keys;
    private readonly int[] heap;
    private readonly int?[] places;

    internal NumberedHeap(int size)
    {
        keys = new TKey[size];
        heap = new int[size];
        places = new int?[size];
    }

    internal int Count { get; private set; }

    /// <summary>Gets the number with the least key. There must be one.</summary>
    internal int First => heap[0];

    /// <summary>Gets the least key. There must be one.</summary>
    internal ref readonly TKey FirstKey => ref keys[heap[0]];

    internal void Join(int number, in TKey key)
    {
        keys[number] = key;
        Rise(Count++, number);
    }

    /// <summary>Takes a number out; nothing happens if it is not there.</summary>
    internal void Leave(int number)
    {
        if (places[number] is not { } place)
        {
            return;
        }

        places[number] = null;
        int last = heap[--Count];
        if (place == Count)
        {
            return;
        }

        if (place > 0 && keys[last].IsBefore(keys[heap[(place - 1) / 2]]))
        {
            Rise(place, last);
        }
        else
        {
            Sink(place, last);
        }
    }

    private void Rise(int place, int number)
    {
        while (place > 0)
        {
            int above = (place - 1) / 2;
            if (!keys[number].IsBefore(keys[heap[above]]))
            {
                break;
            }

            Put(place, heap[above]);
            place = above;
        }

        Put(place, number);
    }

    private void Sink(int place, int number)
    {
        while (true)
        {
            int below = (place * 2) + 1;
            if (below >= Count)
            {
                break;
            }

            if (below + 1 < Count && keys[heap[below + 1]].IsBefore(keys[heap[below]]))
            {
                below++;
            }

            if (!keys[heap[below]].IsBefore(keys[number]))
            {
                break;
            }

            Put(place, heap[below]);
            place = below;
        }

        Put(place, number);
    }

    private void Put(int place, int number)
    {
        heap[place] = number;
        places[number] = place;
    }
}
