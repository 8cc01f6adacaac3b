namespace LocalitySim.Simulation;

/// <summary>
/// Quantiles of observations that are zero or more, with a stated relative error and bounded memory, whatever their number.
/// Source: Masson, Rim and Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees",
/// Proc. VLDB Endowment 12(12), 2019.
/// </summary>
/// <remarks>
/// <para>
/// Observations from <see cref="SmallestValue"/> to <see cref="LargestValue"/> fall into buckets whose bounds grow by a constant
/// ratio; smaller ones count as zero, so their error is absolute and under 10⁻⁹. No bucket is ever collapsed, so the guarantee
/// holds at every quantile. At 0.5 % there are under 5,000 buckets (40 kB), and only the range that occurs is kept.
/// </para>
/// <para>Merging gives the same sketch in any order. Not thread-safe.</para>
/// </remarks>
public sealed class QuantileSketch
{
    /// <summary>The smallest observation that is told from zero: 10⁻⁹.</summary>
    public const double SmallestValue = 1e-9;

    /// <summary>The largest observation allowed: 10¹².</summary>
    public const double LargestValue = 1e12;

    private const int Chunk = 64;

    private readonly double _logRatio;
    private readonly double _bucketsPerUnit;
    private long[] _counts = [];
    private int _first;
    private long _zeros;
    private double _min;
    private double _max;

    /// <summary>Makes an empty sketch.</summary>
    /// <param name="relativeError">The greatest relative error of a quantile, from 0.0001 to 0.1; 0.005 is 0.5 %.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="relativeError"/> is out of range.</exception>
    public QuantileSketch(double relativeError = 0.005)
    {
        if (!(relativeError >= 0.0001 && relativeError <= 0.1))
        {
            throw NumberGuard.Refusal(relativeError, nameof(relativeError), "a number from 0.0001 to 0.1");
        }

        RelativeError = relativeError;

        // A ten-thousandth is kept back for the rounding of logarithms at a bucket's bounds.
        double error = 0.9999 * relativeError;
        _logRatio = PortableMath.Log((1 + error) / (1 - error));
        _bucketsPerUnit = 1 / _logRatio;
    }

    /// <summary>The greatest relative error of a quantile.</summary>
    public double RelativeError { get; }

    /// <summary>How many observations there are.</summary>
    public long Count { get; private set; }

    /// <summary>The least observation, exactly; <c>null</c> if there is none.</summary>
    public double? Min => Count > 0 ? _min : null;

    /// <summary>The greatest observation, exactly; <c>null</c> if there is none.</summary>
    public double? Max => Count > 0 ? _max : null;

    /// <summary>Adds an observation.</summary>
    /// <param name="value">The observation, from 0 to <see cref="LargestValue"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is out of range or NaN.</exception>
    public void Add(double value)
    {
        if (!(value >= 0 && value <= LargestValue))
        {
            throw NumberGuard.Refusal(value, nameof(value), "a number from 0 to 1000000000000");
        }

        Extend(value, value);
        Count++;
        if (value < SmallestValue)
        {
            _zeros++;
            return;
        }

        int bucket = (int)Math.Ceiling(PortableMath.Log(value) * _bucketsPerUnit);
        Reserve(bucket, bucket);
        _counts[bucket - _first]++;
    }

    /// <summary>Adds all the observations of another sketch, which stays as it is.</summary>
    /// <param name="other">A sketch with the same relative error.</param>
    /// <exception cref="ArgumentException">The relative errors differ.</exception>
    public void Merge(QuantileSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.RelativeError != RelativeError)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Merging sketches: found relative error {other.RelativeError}; expected {RelativeError}, as in this one."),
                nameof(other));
        }

        if (other.Count == 0)
        {
            return;
        }

        Extend(other._min, other._max);
        Count += other.Count;
        _zeros += other._zeros;
        if (other._counts.Length > 0)
        {
            Reserve(other._first, other._first + other._counts.Length - 1);
            for (int i = 0; i < other._counts.Length; i++)
            {
                _counts[other._first - _first + i] += other._counts[i];
            }
        }
    }

    /// <summary>
    /// The observation below or at which a share <paramref name="p"/> lies: of n in order, counted from 0, the one numbered
    /// ⌊p(n − 1)⌋, to within the relative error. <c>null</c> if there is no observation.
    /// </summary>
    /// <param name="p">The share, from 0 to 1; 0 and 1 give the least and the greatest observation exactly.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is out of range or NaN.</exception>
    public double? Quantile(double p)
    {
        NumberGuard.ClosedShare(p);
        if (Count == 0)
        {
            return null;
        }

        if (p == 1)
        {
            return _max;
        }

        double rank = Math.Floor(p * (Count - 1));
        long seen = _zeros;
        if (rank < seen || p == 0)
        {
            return _min;
        }

        int i = 0;
        while ((seen += _counts[i]) <= rank)
        {
            i++;
        }

        // The bucket (ratio^(b−1), ratio^b] is represented by the point that is as far, relatively, from both bounds.
        double upper = PortableMath.Exp((_first + i) * _logRatio);
        double middle = upper * 2 / (PortableMath.Exp(_logRatio) + 1);
        return Math.Min(Math.Max(middle, _min), _max);
    }

    /// <summary>Forgets every observation, keeping the relative error. This ends a warm-up.</summary>
    public void Reset()
    {
        _counts = [];
        _first = 0;
        (Count, _zeros) = (0, 0);
        (_min, _max) = (0, 0);
    }

    private void Extend(double least, double greatest)
    {
        _min = Count == 0 || least < _min ? least : _min;
        _max = Count == 0 || greatest > _max ? greatest : _max;
    }

    private void Reserve(int lowest, int highest)
    {
        if (_counts.Length > 0 && lowest >= _first && highest < _first + _counts.Length)
        {
            return;
        }

        int first = RoundDown(_counts.Length == 0 ? lowest : Math.Min(lowest, _first));
        int end = RoundDown(_counts.Length == 0 ? highest : Math.Max(highest, _first + _counts.Length - 1)) + Chunk;
        long[] counts = new long[end - first];
        _counts.CopyTo(counts, _counts.Length == 0 ? 0 : _first - first);
        (_counts, _first) = (counts, first);

        static int RoundDown(int bucket) => bucket & ~(Chunk - 1);
    }
}
