namespace LocalitySim.Simulation;

/// <summary>How busy each of several servers is, by bin of time: the integral of what is in use over that of the capacity.</summary>
/// <remarks>
/// Holds two <see cref="LevelSeries"/> for each server: 48 kB a server by default. Where capacity falls while a server works on,
/// the utilisation may exceed 1. See <see cref="BinnedSeries"/> for bins, windows and merging.
/// </remarks>
public sealed class UtilisationSeries
{
    private readonly LevelSeries[] _inUse;
    private readonly LevelSeries[] _capacities;

    /// <summary>Starts to record servers that are idle, each with a capacity of 1.</summary>
    /// <param name="servers">The number n of servers, one or more.</param>
    /// <param name="binWidth">The width of a bin at first, above zero, in the caller's unit of time.</param>
    /// <param name="startTime">When the first bin starts, finite.</param>
    /// <param name="maximumBins">The greatest number of bins, two or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public UtilisationSeries(int servers, double binWidth, double startTime = 0, int maximumBins = BinnedSeries.DefaultMaximumBins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        EndTime = startTime;
        _inUse = [.. Enumerable.Range(0, servers).Select(_ => new LevelSeries(binWidth, startTime, 0, maximumBins))];
        _capacities = [.. Enumerable.Range(0, servers).Select(_ => new LevelSeries(binWidth, startTime, 1, maximumBins))];
    }

    /// <summary>The number n of servers.</summary>
    public int Servers => _inUse.Length;

    /// <summary>The latest time that any of the servers knows of.</summary>
    public double EndTime { get; private set; }

    /// <summary>How many bins there are now.</summary>
    public int Bins
    {
        get
        {
            LevelUp();
            return _capacities[0].Bins;
        }
    }

    /// <summary>The width of a bin now: the one asked for, or a power of two times it.</summary>
    public double BinWidth
    {
        get
        {
            LevelUp();
            return _capacities[0].BinWidth;
        }
    }

    /// <summary>Records how much of a server is in use from now on.</summary>
    /// <param name="server">The server, from 0 to n − 1.</param>
    /// <param name="time">When, at or after the server's last change.</param>
    /// <param name="inUse">The units in use: 0 or 1 for a server that serves one at a time; finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or time runs back.</exception>
    public void SetInUse(int server, double time, double inUse) => Set(_inUse, server, time, NumberGuard.NonNegative(inUse));

    /// <summary>Records a server's capacity from now on: 0 while it is off duty.</summary>
    /// <param name="server">The server, from 0 to n − 1.</param>
    /// <param name="time">When, at or after the last change of its capacity.</param>
    /// <param name="capacity">The units, finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or time runs back.</exception>
    public void SetCapacity(int server, double time, double capacity) => Set(_capacities, server, time, NumberGuard.NonNegative(capacity));

    /// <summary>Says that all has stayed as it is up to a time; one that is known already changes nothing.</summary>
    /// <param name="time">The time, at or after the start.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the start, or not finite.</exception>
    public void AdvanceTo(double time)
    {
        EndTime = Math.Max(EndTime, NumberGuard.AtLeast(time, _capacities[0].StartTime));
        LevelUp();
    }

    /// <summary>A server's utilisation in a bin; <c>null</c> if it had no capacity there.</summary>
    /// <param name="server">The server, from 0 to n − 1.</param>
    /// <param name="bin">The bin, from 0 to <see cref="Bins"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such server or bin.</exception>
    public double? Utilisation(int server, int bin)
    {
        Check(server);
        LevelUp();
        return Ratio(_inUse[server].Bin(bin).Integral, _capacities[server].Bin(bin).Integral);
    }

    /// <summary>A server's utilisation in the bins that start in a window; <c>null</c> if it had no capacity there.</summary>
    /// <param name="server">The server, from 0 to n − 1.</param>
    /// <param name="from">The start of the window, inclusive.</param>
    /// <param name="to">Its end, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such server, or a bound is out of order or not finite.</exception>
    public double? Utilisation(int server, double from, double to)
    {
        Check(server);
        LevelUp();
        return _inUse[server].Window(from, to) is { } used && _capacities[server].Window(from, to) is { } capacity
            ? Ratio(used.Integral, capacity.Integral)
            : null;
    }

    /// <summary>The utilisation of all servers together in a bin; <c>null</c> if none had capacity there.</summary>
    /// <param name="bin">The bin, from 0 to <see cref="Bins"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bin.</exception>
    public double? Utilisation(int bin)
    {
        LevelUp();
        return Ratio(_inUse.Sum(series => series.Bin(bin).Integral), _capacities.Sum(series => series.Bin(bin).Integral));
    }

    /// <summary>Adds all that another series has seen, which changes only in that its servers are all known up to its latest time.</summary>
    /// <param name="other">A series with as many servers, and the same start, first width and greatest number of bins.</param>
    /// <exception cref="ArgumentException">One of these differs.</exception>
    public void Merge(UtilisationSeries other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Servers != Servers)
        {
            throw new ArgumentException($"Merging utilisations: found {other.Servers} servers; expected {Servers}, as in this one.", nameof(other));
        }

        other.LevelUp();
        for (int server = 0; server < Servers; server++)
        {
            _inUse[server].Merge(other._inUse[server]);
            _capacities[server].Merge(other._capacities[server]);
        }
    }

    /// <summary>Forgets all that was recorded, keeping what is in use and the capacities; bins start here. This ends a warm-up.</summary>
    /// <param name="time">When, at or after the latest time known.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is before the latest time known, or not finite.</exception>
    public void ResetAt(double time)
    {
        EndTime = NumberGuard.AtLeast(time, EndTime);
        foreach (LevelSeries series in (IEnumerable<LevelSeries>)[.. _inUse, .. _capacities])
        {
            series.ResetAt(time);
        }
    }

    private static double? Ratio(double inUse, double capacity) => capacity > 0 ? inUse / capacity : null;

    private void Set(LevelSeries[] series, int server, double time, double value)
    {
        series[Check(server)].Set(time, value);
        EndTime = Math.Max(EndTime, time);
    }

    private int Check(int server) => server >= 0 && server < Servers
        ? server
        : throw NumberGuard.Refusal(server, nameof(server), $"a whole number from 0 to {Servers - 1}");

    /// <summary>Brings every server to the latest time known, so that all have the same bins.</summary>
    private void LevelUp()
    {
        for (int server = 0; server < Servers; server++)
        {
            _inUse[server].AdvanceTo(EndTime);
            _capacities[server].AdvanceTo(EndTime);
        }
    }
}
