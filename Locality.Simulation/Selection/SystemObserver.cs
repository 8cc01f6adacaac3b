using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Asks a sampler for observations, checks them and keeps count and mean by system.</summary>
internal sealed class SystemObserver
{
    // One request holds about so many observations at most: enough to keep many threads busy, little enough memory.
    private const int LargestRequest = 1 << 16;

    private readonly ISystemSampler _sampler;
    private readonly Tally[] _tallies;
    private readonly int _direction;
    private readonly CancellationToken _cancellationToken;
    private SystemReplication[] _wanted = [];
    private double[] _values = [];

    internal SystemObserver(ISystemSampler sampler, Objective objective, CancellationToken cancellationToken)
    {
        _sampler = sampler;
        _direction = SelectionGuard.Direction(objective);
        _cancellationToken = cancellationToken;
        _tallies = new Tally[sampler.SystemCount];
        for (int system = 0; system < _tallies.Length; system++)
        {
            _tallies[system] = new Tally();
        }
    }

    /// <summary>How many observations were used.</summary>
    internal long Observations { get; private set; }

    /// <summary>How many observations of a system were used.</summary>
    internal int Count(int system) => (int)_tallies[system].Count;

    /// <summary>The mean of a system so far, turned so that greater is better.</summary>
    internal double Mean(int system) => _direction * _tallies[system].Mean!.Value;

    /// <summary>The mean and variance of a system so far, as observed.</summary>
    internal (double Mean, double Variance) Moments(int system) => (_tallies[system].Mean!.Value, _tallies[system].Variance!.Value);

    /// <summary>
    /// Observes systems in replications side by side, and gives the values of each replication in turn, in the order of the systems and
    /// turned so that greater is better.
    /// </summary>
    internal void Observe(ReadOnlySpan<int> systems, int firstReplication, int replications, Action<double[]> take)
    {
        int atOnce = Math.Clamp(LargestRequest / systems.Length, 1, replications);
        double[] turned = new double[systems.Length];
        for (int done = 0; done < replications; done += atOnce)
        {
            int now = Math.Min(atOnce, replications - done);
            int size = now * systems.Length;
            Reserve(size);
            for (int i = 0; i < size; i++)
            {
                _wanted[i] = new SystemReplication(systems[i % systems.Length], firstReplication + done + (i / systems.Length));
            }

            Fill(size);
            for (int row = 0; row < now; row++)
            {
                for (int i = 0; i < turned.Length; i++)
                {
                    turned[i] = _direction * _values[(row * turned.Length) + i];
                }

                take(turned);
                for (int i = 0; i < turned.Length; i++)
                {
                    _tallies[systems[i]].Add(_direction * turned[i]);
                }
            }
        }
    }

    /// <summary>Observes each system a number of times of its own, in its own next replications.</summary>
    internal void ObserveMore(ReadOnlySpan<int> more)
    {
        int size = 0;
        foreach (int count in more)
        {
            size += count;
        }

        Reserve(size);
        int at = 0;
        for (int system = 0; system < more.Length; system++)
        {
            for (int i = 0; i < more[system]; i++)
            {
                _wanted[at++] = new SystemReplication(system, Count(system) + i);
            }
        }

        Fill(size);
        for (int i = 0; i < size; i++)
        {
            _tallies[_wanted[i].System].Add(_values[i]);
        }
    }

    /// <summary>What was seen of every system.</summary>
    internal ImmutableArray<SystemEvidence> Evidence(int?[] eliminatedAt, double confidence)
    {
        // The quantile is dear and depends on the count alone.
        Dictionary<long, double?> quantiles = [];
        ImmutableArray<SystemEvidence>.Builder evidence = ImmutableArray.CreateBuilder<SystemEvidence>(_tallies.Length);
        for (int system = 0; system < _tallies.Length; system++)
        {
            Tally tally = _tallies[system];
            if (!quantiles.TryGetValue(tally.Count, out double? times))
            {
                quantiles.Add(tally.Count, times = Confidence.TimesStandardError(tally.Count, confidence));
            }

            double mean = tally.Mean!.Value;
            double half = times is double t ? t * Math.Sqrt(tally.Variance!.Value / tally.Count) : double.PositiveInfinity;
            evidence.Add(new SystemEvidence((int)tally.Count, eliminatedAt[system], new Interval(mean, mean - half, mean + half)));
        }

        return evidence.MoveToImmutable();
    }

    private void Reserve(int size)
    {
        if (_wanted.Length < size)
        {
            _wanted = new SystemReplication[size];
            _values = new double[size];
        }
    }

    private void Fill(int size)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Span<double> values = _values.AsSpan(0, size);

        // A value that the sampler forgets must not be one of the last request.
        values.Fill(double.NaN);
        _sampler.Sample(_wanted.AsSpan(0, size), values);
        _cancellationToken.ThrowIfCancellationRequested();
        for (int i = 0; i < size; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Sampler: found {values[i]} for system {_wanted[i].System} in replication {_wanted[i].Replication}; expected a finite number."));
            }
        }

        Observations += size;
    }
}
