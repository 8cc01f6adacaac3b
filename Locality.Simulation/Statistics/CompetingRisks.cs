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
/// Keeps every observation (16 bytes). Not thread-safe, reading included: the curves are computed when first asked for.
/// </remarks>
public sealed class CompetingRisks
{
    // Shares are sums of many roundings: a share counts as reached when it is short by no more than this.
    private const double Rounding = 1e-12;

    private const int Censored = -1;

    private readonly List<(double Time, int Cause)> _observations = [];
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
    }

    /// <summary>The number m of causes.</summary>
    public int Causes { get; }

    /// <summary>How many waits there are, finished or censored.</summary>
    public int Count => _observations.Count;

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
    public void AddCensored(double time) => Store(NumberGuard.NonNegative(time), Censored);

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

        _observations.AddRange(other._observations);
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
        _observations.Add((time, cause));
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

        // The order within a time does not matter, for it is counted as a whole.
        _observations.Sort(static (a, b) => a.Time.CompareTo(b.Time));
        List<double> times = [];
        List<double> waiting = [];
        List<double>[] incidence = [.. Enumerable.Range(0, Causes).Select(_ => new List<double>())];
        double[] shares = new double[Causes];
        int[] events = new int[Causes];
        double survival = 1;
        int next = 0;
        while (next < Count)
        {
            double time = _observations[next].Time;
            int atRisk = Count - next;
            int all = 0;
            Array.Clear(events);
            for (; next < Count && _observations[next].Time == time; next++)
            {
                int cause = _observations[next].Cause;
                if (cause != Censored)
                {
                    events[cause]++;
                    all++;
                }
            }

            if (all > 0)
            {
                times.Add(time);
                for (int cause = 0; cause < Causes; cause++)
                {
                    shares[cause] += survival * events[cause] / atRisk;
                    incidence[cause].Add(shares[cause]);
                }

                survival = survival * (atRisk - all) / atRisk;
                waiting.Add(survival);
            }
        }

        (_times, _waiting) = ([.. times], [.. waiting]);
        _incidence = [.. incidence.Select(curve => curve.ToArray())];
        _computed = true;
    }
}
