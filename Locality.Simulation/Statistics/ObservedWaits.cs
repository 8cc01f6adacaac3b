using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Keeps waits and what ended them: each one up to a number, and past it, if there is a resolution, only rounded and counted.</summary>
internal sealed class ObservedWaits(int causes, double? resolution, int exactCount)
{
    internal const int Censored = -1;

    private readonly List<(double Time, int Cause)> _kept = [];
    private RoundedWaits? _rounded;

    internal int Count => _rounded?.Count ?? _kept.Count;

    internal double? Resolution => _rounded?.Resolution;

    private double? FirstResolution => resolution;

    internal void Add(double time, int cause)
    {
        if (_rounded is null && resolution is not null && _kept.Count >= exactCount)
        {
            Round();
        }

        if (_rounded is null)
        {
            _kept.Add((time, cause));
        }
        else
        {
            _rounded.Add(time, cause);
        }
    }

    internal void Merge(ObservedWaits other)
    {
        if (other.FirstResolution != FirstResolution)
        {
            throw new ArgumentException(
                $"Merging competing risks: found resolution {Text(other.FirstResolution)}; expected {Text(FirstResolution)}, as in this one.", nameof(other));
        }

        if (other._rounded is { } rounded)
        {
            Round().Merge(rounded);
            return;
        }

        // A copy: merged into itself, the list would change underfoot.
        (double Time, int Cause)[] added = [.. other._kept];
        foreach ((double time, int cause) in added)
        {
            Add(time, cause);
        }

        static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";
    }

    internal void Clear()
    {
        _kept.Clear();
        _rounded = null;
    }

    /// <summary>What ended at each time, in order; the array is the same for all steps.</summary>
    internal IEnumerable<(double Time, int[] Ended, int Censored)> Steps() => _rounded?.Steps() ?? KeptSteps();

    private IEnumerable<(double Time, int[] Ended, int Censored)> KeptSteps()
    {
        // The order within a time does not matter, for it is counted as a whole.
        _kept.Sort(static (a, b) => a.Time.CompareTo(b.Time));
        int[] ended = new int[causes];
        int next = 0;
        while (next < _kept.Count)
        {
            double time = _kept[next].Time;
            int censored = 0;
            Array.Clear(ended);
            for (; next < _kept.Count && _kept[next].Time == time; next++)
            {
                int cause = _kept[next].Cause;
                if (cause == Censored)
                {
                    censored++;
                }
                else
                {
                    ended[cause]++;
                }
            }

            yield return (time, ended, censored);
        }
    }

    private RoundedWaits Round()
    {
        if (_rounded is null)
        {
            _rounded = new RoundedWaits(causes, resolution!.Value);
            foreach ((double time, int cause) in _kept)
            {
                _rounded.Add(time, cause);
            }

            _kept.Clear();
            _kept.TrimExcess();
        }

        return _rounded;
    }
}
