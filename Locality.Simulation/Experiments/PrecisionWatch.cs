using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Follows the precision of measures from replication to replication and says when to stop.</summary>
internal sealed class PrecisionWatch
{
    private readonly PrecisionTarget[] _targets;
    private readonly SequentialOptions _options;
    private readonly Tally[] _tallies;
    private readonly int?[] _metFrom;
    private int _count;

    internal PrecisionWatch(IReadOnlyList<PrecisionTarget> targets, SequentialOptions options)
    {
        ArgumentNullException.ThrowIfNull(targets);
        _targets = [.. targets];
        if (_targets.Length == 0)
        {
            throw new ArgumentException("targets: found none; expected one or more.", nameof(targets));
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (PrecisionTarget target in _targets)
        {
            ArgumentNullException.ThrowIfNull(target, nameof(targets));
            if (!names.Add(target.Measure))
            {
                throw new ArgumentException($"targets: found two of '{target.Measure}'; expected one for each measure.", nameof(targets));
            }
        }

        _options = options;
        _tallies = [.. _targets.Select(_ => new Tally())];
        _metFrom = new int?[_targets.Length];
    }

    /// <summary>Why to stop; <c>null</c> to go on.</summary>
    internal StopReason? StopReason { get; private set; }

    /// <summary>From how many replications on all targets have been met; <c>null</c> if they are not.</summary>
    internal int? AllMetFrom { get; private set; }

    /// <summary>Adds the values of the next replication.</summary>
    internal void Add(IReadOnlyList<double?> values)
    {
        _count++;
        for (int i = 0; i < _targets.Length; i++)
        {
            if (values[i] is double value)
            {
                _tallies[i].Add(value);
            }

            bool met = _count >= _options.Least && _tallies[i].Count > 1 && _targets[i].IsMetBy(Confidence.Mean(_tallies[i], _options.Level));
            _metFrom[i] = met ? _metFrom[i] ?? _count : null;
        }

        AllMetFrom = Array.TrueForAll(_metFrom, from => from is not null) ? _metFrom.Max() : null;
        if (_count - AllMetFrom >= _options.LookAheadFrom(AllMetFrom ?? 0))
        {
            StopReason = Simulation.StopReason.PrecisionReached;
        }
        else if (_count == _options.Most)
        {
            StopReason = Simulation.StopReason.MaximumReached;
        }
    }

    internal ImmutableArray<MeasurePrecision> Precisions() =>
    [
        .. _targets.Select((target, i) => new MeasurePrecision(
            target,
            _tallies[i].Count,
            _tallies[i].Count > 0 ? Confidence.Mean(_tallies[i], _options.Level) : null,
            _metFrom[i])),
    ];
}
