namespace LocalitySim.Simulation;

/// <summary>
/// How long until one of several events ends a wait, when only the first can happen and some waits are still unfinished
/// (censored): for each cause, the share of waits that it has ended by a time.
/// Sources: Aalen and Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored
/// observations", Scandinavian J. Statistics 5 (1978); Kalbfleisch and Prentice, "The Statistical Analysis of Failure Time Data"
/// (2nd ed. 2002), section 8.2.3.
/// </summary>
/// <remarks>
/// Events at the same time count as one step; those censored at that time were still at risk. After the last observation every
/// curve stays as it is. One minus Kaplan–Meier of a single cause is larger and is not the share that happens.
/// Without a resolution every observation is kept (16 bytes each) and the curves are exact. With one, the observations are kept
/// up to a stated number; past it every time, those before included, is rounded up to a multiple of the resolution and only
/// counted. The number of multiples is bounded too: where a wait would need more, the resolution doubles. A curve at a multiple
/// of it is then exact where nothing was censored within the step before; else its steps take the censored of that step as at
/// risk throughout it. Not thread-safe, reading included: the curves are computed when first asked for.
/// </remarks>
public sealed class CompetingRisks
{
    // Shares are sums of many roundings: a share counts as reached when it is short by no more than this.
    private const double Rounding = 1e-12;

    private readonly ObservedWaits _waits;
    private double[] _times = [];
    private double[] _waiting = [];
    private double[][] _incidence = [];
    private bool _computed;

    /// <summary>Makes an estimator without observations.</summary>
    /// <param name="causes">The number m of causes, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="causes"/> is under 1.</exception>
    public CompetingRisks(int causes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(causes, 1);
        Causes = causes;
        _waits = new ObservedWaits(causes, null, 0);
    }

    /// <summary>Makes an estimator without observations, in bounded memory.</summary>
    /// <param name="causes">The number m of causes, 1 or more.</param>
    /// <param name="resolution">To what times are rounded up once there are many, in the caller's unit: finite, above zero.</param>
    /// <param name="exactCount">How many observations are kept before that, zero or more.</param>
    /// <remarks>Memory is at most 16 · exactCount + 4 · (m + 1) · 65,537 · 2 bytes: about 2.6 MB for two causes by default; the curves take 8 · (m + 2) bytes a step more.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public CompetingRisks(int causes, double resolution, int exactCount = 65_536)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(causes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(exactCount);
        Causes = causes;
        _waits = new ObservedWaits(causes, NumberGuard.Positive(resolution), exactCount);
    }

    /// <summary>The number m of causes.</summary>
    public int Causes { get; }

    /// <summary>How many waits there are, finished or censored.</summary>
    public int Count => _waits.Count;

    /// <summary>To what times have been rounded up; <c>null</c> while every observation is kept as it was given.</summary>
    public double? Resolution => _waits.Resolution;

    /// <summary>Adds a wait that an event ended.</summary>
    /// <param name="time">How long it was, zero or more.</param>
    /// <param name="cause">What ended it, from 0 to m − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range or not finite.</exception>
    public void Add(double time, int cause)
    {
        CheckCause(cause);
        Store(NumberGuard.NonNegative(time), cause);
    }

    /// <summary>Adds a wait that was still unfinished when last seen.</summary>
    /// <param name="time">How long it was then, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public void AddCensored(double time) => Store(NumberGuard.NonNegative(time), ObservedWaits.Censored);

    /// <summary>Adds all the waits of another estimator, which stays as it is.</summary>
    /// <param name="other">An estimator with as many causes.</param>
    /// <exception cref="ArgumentException">The numbers of causes differ.</exception>
    public void Merge(CompetingRisks other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Causes != Causes)
        {
            throw new ArgumentException($"Merging competing risks: found {other.Causes} causes; expected {Causes}, as in this one.", nameof(other));
        }

        _waits.Merge(other._waits);
        _computed = false;
    }

    /// <summary>Forgets every wait. This ends a warm-up.</summary>
    public void Reset()
    {
        _waits.Clear();
        _computed = false;
    }

    /// <summary>The share of waits that a cause has ended by a time, that time included; 0 if there is no wait.</summary>
    /// <param name="cause">The cause, from 0 to m − 1.</param>
    /// <param name="time">The time, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range or NaN.</exception>
    public double CumulativeIncidence(int cause, double time)
    {
        CheckCause(cause);
        int step = LastStep(time);
        return step < 0 ? 0 : _incidence[cause][step];
    }

    /// <summary>The share of waits that nothing has ended by a time; 1 if there is no wait. With the causes' shares it makes 1.</summary>
    /// <param name="time">The time, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or NaN.</exception>
    public double StillWaiting(double time)
    {
        int step = LastStep(time);
        return step < 0 ? 1 : _waiting[step];
    }

    /// <summary>The mean time spent waiting up to a limit: the integral of <see cref="StillWaiting"/> from 0 to it.</summary>
    /// <param name="limit">The limit, zero or more, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative or not finite.</exception>
    public double RestrictedMean(double limit)
    {
        Compute();
        NumberGuard.NonNegative(limit);
        double area = 0;
        double from = 0;
        double waiting = 1;
        for (int i = 0; i < _times.Length && _times[i] < limit; i++)
        {
            area += waiting * (_times[i] - from);
            from = _times[i];
            waiting = _waiting[i];
        }

        return area + (waiting * (limit - from));
    }

    /// <summary>The first time by which a cause has ended a share of all waits; <c>null</c> if it never has.</summary>
    /// <param name="cause">The cause, from 0 to m − 1.</param>
    /// <param name="share">The share, above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range or NaN.</exception>
    public double? TimeToReach(int cause, double share)
    {
        CheckCause(cause);
        if (!(share > 0 && share <= 1))
        {
            throw NumberGuard.Refusal(share, nameof(share), "a number above 0, at most 1");
        }

        Compute();
        double[] incidence = _incidence[cause];
        int below = 0;
        int end = incidence.Length;
        while (below < end)
        {
            int middle = (int)(((uint)below + (uint)end) / 2);
            if (incidence[middle] < share - Rounding)
            {
                below = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return below < incidence.Length ? _times[below] : null;
    }

    /// <summary>The shares that a cause has ended by each of several times.</summary>
    /// <param name="cause">The cause, from 0 to m − 1.</param>
    /// <param name="grid">The times, each zero or more.</param>
    /// <param name="values">Where the shares go; as long as <paramref name="grid"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cause or a time is out of range or NaN.</exception>
    public void Curve(int cause, ReadOnlySpan<double> grid, Span<double> values)
    {
        if (grid.Length != values.Length)
        {
            throw new ArgumentException($"values: found length {values.Length}; expected {grid.Length}, as long as the grid.", nameof(values));
        }

        for (int i = 0; i < grid.Length; i++)
        {
            values[i] = CumulativeIncidence(cause, grid[i]);
        }
    }

    private void Store(double time, int cause)
    {
        _waits.Add(time, cause);
        _computed = false;
    }

    private void CheckCause(int cause)
    {
        if (cause < 0 || cause >= Causes)
        {
            throw NumberGuard.Refusal(cause, nameof(cause), $"a whole number from 0 to {Causes - 1}");
        }
    }

    private int LastStep(double time)
    {
        if (!(time >= 0))
        {
            throw NumberGuard.Refusal(time, nameof(time), "a number, zero or more");
        }

        Compute();
        int found = Array.BinarySearch(_times, time);
        return found >= 0 ? found : ~found - 1;
    }

    private void Compute()
    {
        if (_computed)
        {
            return;
        }

        List<double> times = [];
        List<double> waiting = [];
        List<double>[] incidence = [.. Enumerable.Range(0, Causes).Select(_ => new List<double>())];
        double[] shares = new double[Causes];
        double survival = 1;
        int atRisk = Count;
        foreach ((double time, int[] ended, int censored) in _waits.Steps())
        {
            int all = ended.Sum();
            if (all > 0)
            {
                times.Add(time);
                for (int cause = 0; cause < Causes; cause++)
                {
                    shares[cause] += survival * ended[cause] / atRisk;
                    incidence[cause].Add(shares[cause]);
                }

                survival = survival * (atRisk - all) / atRisk;
                waiting.Add(survival);
            }

            atRisk -= all + censored;
        }

        (_times, _waiting) = ([.. times], [.. waiting]);
        _incidence = [.. incidence.Select(curve => curve.ToArray())];
        _computed = true;
    }
}
