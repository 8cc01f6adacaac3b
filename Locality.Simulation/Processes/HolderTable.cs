namespace LocalitySim.Simulation;

/// <summary>Knows which process holds which units, in a simulator that tracks holders.</summary>
internal sealed class HolderTable
{
    // By the number of the hold, so that holders are named in the order in which they got their units.
    private readonly Dictionary<IWaitingPlace, SortedDictionary<long, Holding>> holdings = [];
    private long last;

    /// <summary>Notes a unit that a process that waited has got. The process finds the number of the hold when it resumes.</summary>
    internal void Grant(IWaitingPlace place, ProcessFrame holder)
    {
        holder.WaitValue = Note(place, holder);
        holder.Reason = WakeReason.Held;
    }

    /// <summary>Notes a unit that a process has got without waiting. The process goes on as soon as it has suspended.</summary>
    internal void GrantAtOnce(IWaitingPlace place, ProcessFrame holder) => holder.ResumeAtOnce(WakeReason.Held, Note(place, holder));

    internal void Release(IWaitingPlace place, long number)
    {
        if (holdings.TryGetValue(place, out SortedDictionary<long, Holding>? ofPlace))
        {
            ofPlace.Remove(number);
        }
    }

    internal IEnumerable<Holding> Of(IWaitingPlace place) =>
        holdings.TryGetValue(place, out SortedDictionary<long, Holding>? ofPlace) ? ofPlace.Values : [];

    private long Note(IWaitingPlace place, ProcessFrame holder)
    {
        if (!holdings.TryGetValue(place, out SortedDictionary<long, Holding>? ofPlace))
        {
            holdings.Add(place, ofPlace = []);
        }

        ofPlace.Add(++last, new Holding(holder, holder.Generation));
        return last;
    }
}
