using System.Diagnostics.CodeAnalysis;

namespace LocalitySim.Simulation;

/// <summary>Holds the processes woken at the current instant, first woken first.</summary>
internal sealed class ReadyRing
{
    // Each frame in a struct of its own: storing into an array of a class would check the class each time.
    private Slot[] frames = new Slot[64];
    private int head;

    /// <summary>Gets the number of processes.</summary>
    internal int Count { get; private set; }

    internal void Add(ProcessFrame frame)
    {
        if (Count == frames.Length)
        {
            Grow();
        }

        frames[(head + Count++) & (frames.Length - 1)].Frame = frame;
    }

    internal bool TryTake([NotNullWhen(true)] out ProcessFrame? frame)
    {
        if (Count == 0)
        {
            frame = null;
            return false;
        }

        frame = frames[head].Frame!;
        frames[head].Frame = null;
        head = (head + 1) & (frames.Length - 1);
        Count--;
        return true;
    }

    private void Grow()
    {
        var larger = new Slot[frames.Length * 2];
        for (int index = 0; index < Count; index++)
        {
            larger[index] = frames[(head + index) & (frames.Length - 1)];
        }

        frames = larger;
        head = 0;
    }

    private struct Slot
    {
        public ProcessFrame? Frame;
    }
}
