using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>One search of a break-even value: the points of the mean curve that are known, and the roots found between them.</summary>
internal sealed class BreakEvenSearch
{
    private readonly double _low;
    private readonly double _high;
    private readonly DifferenceCurve _difference;
    private readonly BreakEvenOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly double _tolerance;
    private readonly double _standardErrors;
    private readonly SortedList<double, CurvePoint> _known = [];
    private int _evaluations;
    private bool _ranOut;

    internal BreakEvenSearch(double low, double high, DifferenceCurve difference, BreakEvenOptions options, CancellationToken cancellationToken)
    {
        (_low, _high, _difference, _options, _cancellationToken) = (low, high, difference, options, cancellationToken);
        _tolerance = options.Tolerance ?? (1e-4 * (high - low));
        _standardErrors = Confidence.TimesStandardError(options.Replications, options.Level)!.Value;
    }

    internal BreakEven Run()
    {
        try
        {
            return Search();
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested && _known.Count > 0)
        {
            ImmutableArray<CurvePoint> known = [.. _known.Values];
            return new BreakEven
            {
                Verdict = BreakEvenVerdict.NotYetTold,
                Value = null,
                Lower = null,
                Upper = null,
                Grid = known,
                SignChanges = Changes(known, point => Math.Sign(point.Difference.Mean), out _),
                ClearSignChanges = Changes(known, point => point.ClearSign, out _),
                Evaluations = _evaluations,
                IsComplete = false,
            };
        }
    }

    private BreakEven Search()
    {
        ImmutableArray<CurvePoint> grid = Grid();
        int clearChanges = Changes(grid, point => point.ClearSign, out Bracket? clear);
        int changes = Changes(grid, point => Math.Sign(point.Difference.Mean), out Bracket? any);
        double? value = null;
        double? lower = null;
        double? upper = null;
        if ((clear ?? any) is Bracket outer)
        {
            // Seen from the left, the curve rises through zero; a falling one is turned over.
            int sign = Math.Sign(outer.Right.Difference.Mean);
            Bracket root = Close(outer, point => sign * point.Difference.Mean);
            value = Between(root, point => sign * point.Difference.Mean);
            lower = Limit(grid, root.Right.Value, -1, point => sign > 0 ? point.Difference.Upper : -point.Difference.Lower, value.Value);
            upper = Limit(grid, root.Left.Value, +1, point => sign > 0 ? point.Difference.Lower : -point.Difference.Upper, value.Value);
        }

        return new BreakEven
        {
            Verdict = value is not null ? BreakEvenVerdict.Found
                : grid.All(point => point.ClearSign != 0) ? BreakEvenVerdict.DoesNotFlip : BreakEvenVerdict.CannotBeTold,
            Value = value,
            Lower = lower,
            Upper = upper,
            Grid = grid,
            SignChanges = changes,
            ClearSignChanges = clearChanges,
            Evaluations = _evaluations,
            IsComplete = !_ranOut,
        };
    }

    private ImmutableArray<CurvePoint> Grid()
    {
        int last = _options.GridPoints - 1;
        for (int i = 0; i <= last; i++)
        {
            double share = (double)i / last;
            Evaluate(i == last ? _high : _low + (share * (_high - _low)));
        }

        return [.. _known.Values];
    }

    /// <summary>Counts the changes from one sign to the other, zeros passed over, and gives the lowest.</summary>
    private static int Changes(ImmutableArray<CurvePoint> grid, Func<CurvePoint, int> signOf, out Bracket? lowest)
    {
        lowest = null;
        int changes = 0;
        CurvePoint? before = null;
        foreach (CurvePoint point in grid)
        {
            int sign = signOf(point);
            if (sign == 0)
            {
                continue;
            }

            if (before is CurvePoint left && signOf(left) != sign)
            {
                changes++;
                lowest ??= new Bracket(left, point);
            }

            before = point;
        }

        return changes;
    }

    /// <summary>
    /// The end of the interval: the bound's root next to the nearest value of the grid at which the bound lies beyond zero;
    /// <c>null</c> if there is no such value to the range's end.
    /// </summary>
    /// <remarks>
    /// From that value the known ones are gone through inwards, not from the root outwards: where chances are not quite common, one of
    /// the many values near the root may be rejected by chance, and must not cut the interval short.
    /// </remarks>
    /// <param name="grid">The grid.</param>
    /// <param name="from">The side of the root's bracket that is surely accepted.</param>
    /// <param name="direction">−1 for the lower end, +1 for the upper.</param>
    /// <param name="bound">The bound of the rising curve's interval that is below zero beyond the lower end, or above it beyond the upper.</param>
    /// <param name="root">The root, which the end does not pass.</param>
    private double? Limit(ImmutableArray<CurvePoint> grid, double from, int direction, Func<CurvePoint, double> bound, double root)
    {
        CurvePoint? nearest = null;
        foreach (CurvePoint point in grid)
        {
            if (direction * (point.Value - from) > 0 && direction * bound(point) > 0 && (direction < 0 || nearest is null))
            {
                nearest = point;
            }
        }

        if (nearest is not CurvePoint outside)
        {
            return null;
        }

        int next = _known.IndexOfKey(outside.Value) - direction;
        while (direction * bound(_known.GetValueAtIndex(next)) > 0)
        {
            outside = _known.GetValueAtIndex(next);
            next -= direction;
        }

        CurvePoint inside = _known.GetValueAtIndex(next);
        Bracket end = Close(direction < 0 ? new Bracket(outside, inside) : new Bracket(inside, outside), bound);
        double limit = !Wide(end) ? Between(end, bound) : direction < 0 ? end.Left.Value : end.Right.Value;
        return direction < 0 ? Math.Min(limit, root) : Math.Max(limit, root);
    }

    /// <summary>
    /// Narrows a bracket of a rising function's root to the tolerance, or until the evaluations run out, by the ITP method, which needs
    /// hardly more steps than bisection at worst and far fewer for smooth curves.
    /// Source: Oliveira and Takahashi, "An enhancement of the bisection method average performance preserving minmax optimality", ACM
    /// TOMS 47(1), 2020, algorithm 1, with κ₁ = 0.2/(b − a), κ₂ = 2 and n₀ = 1.
    /// </summary>
    private Bracket Close(Bracket bracket, Func<CurvePoint, double> rising)
    {
        double first = bracket.Width;
        int halvings = 0;
        while (Math.ScaleB(first, -halvings) > _tolerance)
        {
            halvings++;
        }

        for (int step = 0; Wide(bracket); step++)
        {
            (double a, double b) = (bracket.Left.Value, bracket.Right.Value);
            (double ya, double yb) = (rising(bracket.Left), rising(bracket.Right));
            double middle = a + (0.5 * (b - a));
            double falsi = yb > ya ? a + ((b - a) * (-ya / (yb - ya))) : middle;
            double slack = Math.Max(0, Math.ScaleB(0.5 * _tolerance, halvings + 1 - step) - (0.5 * (b - a)));
            double truncation = 0.2 * (b - a) * ((b - a) / first);
            double towards = Math.Sign(middle - falsi);
            double candidate = truncation <= Math.Abs(middle - falsi) ? falsi + (towards * truncation) : middle;
            double x = Math.Abs(candidate - middle) <= slack ? candidate : middle - (towards * slack);
            if (!(x > a && x < b))
            {
                x = middle;
            }

            if (!(x > a && x < b) || Evaluate(x) is not CurvePoint point)
            {
                break;
            }

            bracket = rising(point) < 0 ? bracket with { Left = point } : bracket with { Right = point };
        }

        return bracket;
    }

    private bool Wide(Bracket bracket) => bracket.Width > _tolerance;

    /// <summary>Where the straight line between the ends of a bracket meets zero.</summary>
    private static double Between(Bracket bracket, Func<CurvePoint, double> rising)
    {
        (double ya, double yb) = (rising(bracket.Left), rising(bracket.Right));
        double share = yb > ya ? Math.Clamp(-ya / (yb - ya), 0, 1) : 0.5;
        return bracket.Left.Value + (share * bracket.Width);
    }

    /// <summary>The point of the mean curve at a value; <c>null</c> if there are not enough evaluations left.</summary>
    private CurvePoint? Evaluate(double value)
    {
        if (_known.TryGetValue(value, out CurvePoint known))
        {
            return known;
        }

        int replications = _options.Replications;
        if (_options.MaximumEvaluations is int most && most - _evaluations < replications)
        {
            _ranOut = true;
            return null;
        }

        double[] differences = ResponseSampler.Run(
            replications,
            _options.Threads,
            replication => _difference(value, replication),
            (replication, failure) => Failure(value, replication, failure),
            _cancellationToken);
        _evaluations += replications;
        Tally tally = new();
        for (int replication = 0; replication < replications; replication++)
        {
            if (!double.IsFinite(differences[replication]))
            {
                throw NumberGuard.Refusal(
                    differences[replication],
                    string.Create(CultureInfo.InvariantCulture, $"difference at {value} in replication {replication}"),
                    "a finite number");
            }

            tally.Add(differences[replication]);
        }

        double mean = tally.Mean!.Value;
        double half = _standardErrors * Math.Sqrt(tally.Variance!.Value / replications);
        CurvePoint point = new(value, new Interval(mean, mean - half, mean + half));
        _known.Add(value, point);
        return point;
    }

    private static ReplicationException Failure(double value, int replication, Exception failure) => new(
        replication, new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"At {value}: {failure.Message}"), failure));

    /// <summary>Two points of the curve between which a function of it changes sign.</summary>
    private readonly record struct Bracket(CurvePoint Left, CurvePoint Right)
    {
        internal double Width => Right.Value - Left.Value;
    }
}
