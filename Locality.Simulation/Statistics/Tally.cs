using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>
/// Count, mean, variance and range of observations, in constant memory and one pass.
/// Sources: Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics 4(3), 1962; merged
/// by Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", Stanford report
/// STAN-CS-79-773 (1979).
/// </summary>
/// <remarks>
/// Not thread-safe. Merging is not associative to the last bit: merge in replication order for the same bits each time.
/// </remarks>
public sealed class Tally
{
    private double _mean;
    private double _squares;
    private double _min = double.PositiveInfinity;
    private double _max = double.NegativeInfinity;
    private long _count;

    /// <summary>How many observations there are.</summary>
    public long Count => _count;

    /// <summary>The mean; <c>null</c> if there is no observation.</summary>
    public double? Mean => Count > 0 ? _mean : null;

    /// <summary>The sum: the number of observations times their mean; 0 if there is none.</summary>
    public double Sum => _count * _mean;

    /// <summary>The sample variance, with divisor n − 1; <c>null</c> if there are fewer than two observations.</summary>
    public double? Variance => Count > 1 ? _squares / (Count - 1) : null;

    /// <summary>The square root of <see cref="Variance"/>; <c>null</c> if there are fewer than two observations.</summary>
    public double? StandardDeviation => Count > 1 ? Math.Sqrt(_squares / (Count - 1)) : null;

    /// <summary>The least observation; <c>null</c> if there is none.</summary>
    public double? Min => Count > 0 ? _min : null;

    /// <summary>The greatest observation; <c>null</c> if there is none.</summary>
    public double? Max => Count > 0 ? _max : null;

    /// <summary>Adds an observation.</summary>
    /// <param name="value">The observation, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw NumberGuard.Refusal(value, nameof(value), "a finite number");
        }

        if (value < _min)
        {
            _min = value;
        }

        if (value > _max)
        {
            _max = value;
        }

        // The reciprocal waits for nothing, so the division is done beside the last observation's sums; it costs one rounding.
        double delta = value - _mean;
        _mean += delta * (1.0 / ++_count);
        _squares += delta * (value - _mean);
    }

    /// <summary>Adds all the observations of another tally, which stays as it is.</summary>
    /// <param name="other">The other tally.</param>
    public void Merge(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
        {
            return;
        }

        long count = _count + other._count;
        double share = (double)other._count / count;
        double delta = other._mean - _mean;
        _squares += other._squares + (delta * delta * _count * share);
        _mean += delta * share;
        _min = Math.Min(_min, other._min);
        _max = Math.Max(_max, other._max);
        _count = count;
    }

    /// <summary>Forgets every observation: what follows is as in a new tally. This ends a warm-up.</summary>
    public void Reset()
    {
        _count = 0;
        _mean = _squares = 0;
        (_min, _max) = (double.PositiveInfinity, double.NegativeInfinity);
    }
}
