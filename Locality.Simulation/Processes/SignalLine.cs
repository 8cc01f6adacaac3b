namespace LocalitySim.Simulation;

/// <summary>Holds those who wait for a signal, first come first: processes, and branches of processes that wait for several things.</summary>
/// <remarks>One who leaves leaves a gap. Gaps are closed when the array is full and half of it is gaps: constant time for each who joined.</remarks>
internal sealed class SignalLine
{
    private Place[] places = new Place[2];
    private int head;
    private int end;

    internal int Count { get; private set; }

    /// <summary>Puts a process or a branch at the end and tells it its position.</summary>
    internal void Join(ProcessFrame? frame, JoinBranch? branch)
    {
        if (end == places.Length)
        {
            MakeRoom();
        }

        Put(end++, new Place { Frame = frame, Branch = branch });
        Count++;
    }

    /// <summary>Takes the first out: a process or a branch.</summary>
    internal bool TryTake(out ProcessFrame? frame, out JoinBranch? branch)
    {
        if (Count == 0)
        {
            frame = null;
            branch = null;
            return false;
        }

        while (places[head].IsGap)
        {
            head++;
        }

        frame = places[head].Frame;
        branch = places[head].Branch;
        Leave(head);
        return true;
    }

    internal void Leave(int position)
    {
        places[position] = default;
        if (--Count == 0)
        {
            head = 0;
            end = 0;
        }
    }

    private void Put(int position, Place place)
    {
        places[position] = place;
        if (place.Frame is not null)
        {
            place.Frame.Position = position;
        }
        else
        {
            place.Branch!.Position = position;
        }
    }

    private void MakeRoom()
    {
        Place[] old = places;
        if (Count > old.Length / 2)
        {
            places = new Place[old.Length * 2];
        }

        int kept = 0;
        for (int index = head; index < end; index++)
        {
            if (!old[index].IsGap)
            {
                Put(kept++, old[index]);
            }
        }

        Array.Clear(places, kept, places.Length - kept);
        head = 0;
        end = kept;
    }

    private struct Place
    {
        public ProcessFrame? Frame;
        public JoinBranch? Branch;

        public readonly bool IsGap => Frame is null && Branch is null;
    }
}
