namespace LocalitySim.Simulation;

/// <summary>Holds waiting processes by key, least first: a binary heap whose members know their index.</summary>
/// <remarks>Joining, taking the first and leaving from any place are each O(log of the number waiting).</remarks>
internal sealed class FrameHeap<TKey>
    where TKey : struct, IQueueKey<TKey>
{
    private Member[] members = new Member[8];

    internal int Count { get; private set; }

    /// <summary>Gets the least key. There must be one.</summary>
    internal ref readonly TKey FirstKey => ref members[0].Key;

    /// <summary>Gets the process with the least key. There must be one.</summary>
    internal ProcessFrame First => members[0].Frame;

    internal void Join(ProcessFrame frame, in TKey key)
    {
        if (Count == members.Length)
        {
            Array.Resize(ref members, Count * 2);
        }

        Rise(Count++, new Member { Key = key, Frame = frame });
    }

    internal ProcessFrame TakeFirst(out TKey key)
    {
        ProcessFrame first = members[0].Frame;
        key = Leave(first);
        return first;
    }

    /// <summary>Takes a process out from wherever it stands and returns its key.</summary>
    internal TKey Leave(ProcessFrame frame)
    {
        int index = frame.Position;
        TKey key = members[index].Key;
        Member last = members[--Count];
        members[Count] = default;
        if (index == Count)
        {
            return key;
        }

        if (index > 0 && last.Key.IsBefore(members[(index - 1) / 2].Key))
        {
            Rise(index, last);
        }
        else
        {
            Sink(index, last);
        }

        return key;
    }

    private void Rise(int index, Member member)
    {
        while (index > 0)
        {
            int parent = (index - 1) / 2;
            if (!member.Key.IsBefore(members[parent].Key))
            {
                break;
            }

            Put(index, members[parent]);
            index = parent;
        }

        Put(index, member);
    }

    private void Sink(int index, Member member)
    {
        while (true)
        {
            int child = (index * 2) + 1;
            if (child >= Count)
            {
                break;
            }

            if (child + 1 < Count && members[child + 1].Key.IsBefore(members[child].Key))
            {
                child++;
            }

            if (!members[child].Key.IsBefore(member.Key))
            {
                break;
            }

            Put(index, members[child]);
            index = child;
        }

        Put(index, member);
    }

    private void Put(int index, Member member)
    {
        members[index] = member;
        member.Frame.Position = index;
    }

    private struct Member
    {
        public TKey Key;
        public ProcessFrame Frame;
    }
}
