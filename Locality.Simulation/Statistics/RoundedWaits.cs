namespace LocalitySim.Simulation;

/// <summary>Counts waits by what ended them and by their length, rounded up to a multiple of a resolution. Bounded: the resolution doubles.</summary>
internal sealed class RoundedWaits
{
    private const int Most = 65_536;

    // By step, one cell for each cause and a last one for the censored.
    private readonly int _cells;
    private int[] _counts = [];

    internal RoundedWaits(int causes, double resolution)
    {
        _cells = causes + 1;
        Resolution = resolution;
    }

    internal double Resolution { get; private set; }

    internal int Count { get; private set; }

    /// <summary>The number of steps that there is room for.</summary>
    internal int Room => _counts.Length / _cells;

    internal void Add(double time, int cause)
    {
        while (!(time <= Most * Resolution))
        {
            Double();
        }

        // Halving and rounding up twice is rounding up once, so the order of doublings and waits does not matter.
        int step = (int)Math.Min(Most, Math.Ceiling(time / Resolution));
        Reserve(step);
        _counts[(step * _cells) + (cause < 0 ? _cells - 1 : cause)]++;
        Count++;
    }

    internal void Merge(RoundedWaits other)
    {
        while (Resolution < other.Resolution)
        {
            Double();
        }

        int halvings = 0;
        for (double resolution = other.Resolution; resolution < Resolution; resolution *= 2)
        {
            halvings++;
        }

        // A shift by more than this would begin anew; no step is left by then.
        halvings = Math.Min(halvings, 20);

        int[] counts = [.. other._counts];
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                int step = ((i / _cells) + (1 << halvings) - 1) >> halvings;
                Reserve(step);
                _counts[(step * _cells) + (i % _cells)] += counts[i];
            }
        }

        Count += other.Count;
    }

    internal IEnumerable<(double Time, int[] Ended, int Censored)> Steps()
    {
        int[] ended = new int[_cells - 1];
        for (int step = 0; step < Room; step++)
        {
            Array.Copy(_counts, step * _cells, ended, 0, ended.Length);
            yield return (step * Resolution, ended, _counts[(step * _cells) + ended.Length]);
        }
    }

    private void Reserve(int step)
    {
        if (step >= Room)
        {
            Array.Resize(ref _counts, _cells * Math.Min(Most + 1, Math.Max(step + 1, 2 * Room)));
        }
    }

    private void Double()
    {
        int[] halved = new int[_counts.Length];
        for (int i = 0; i < _counts.Length; i++)
        {
            halved[(((i / _cells) + 1) / 2 * _cells) + (i % _cells)] += _counts[i];
        }

        _counts = halved;
        Resolution *= 2;
    }
}
