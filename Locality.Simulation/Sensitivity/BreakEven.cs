using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>
/// The value of a parameter at which the difference of two alternatives changes sign, with a confidence interval.
/// </summary>
/// <remarks>
/// <para>
/// The same replications are taken at every value, so the mean difference is one fixed curve (sample-average approximation with common
/// random numbers); its root is bracketed on a grid and then found. The interval inverts the paired-t test: it holds the values next to
/// the root at which the test does not reject a mean difference of zero. At the true break-even value the test is right with the stated
/// confidence whatever the curve's shape and however the spread changes along it, as long as t holds for the mean of the replications.
/// Where values have hardly any chances in common the curve is jagged, and the interval rather too wide.
/// </para>
/// <para>
/// The confidence is that of a break-even value well within the range. One so near an end that the mean difference may fail to change
/// sign there is often not found at all (<see cref="BreakEvenVerdict.CannotBeTold"/>): take a wider range, or more replications.
/// </para>
/// <para>
/// Sources: Fieller, "Some problems in interval estimation", J. Royal Statistical Society B 16(2), 1954 (inverting the t-test);
/// Shapiro, Dentcheva and Ruszczyński, "Lectures on Stochastic Programming" (3rd ed. 2021), section 5.1 (sample-average approximation);
/// Pasupathy and Kim, "The stochastic root-finding problem", ACM TOMACS 21(3), 2011.
/// </para>
/// </remarks>
public sealed record BreakEven
{
    internal BreakEven()
    {
    }

    /// <summary>Whether the sign changes.</summary>
    public required BreakEvenVerdict Verdict { get; init; }

    /// <summary>The value at which the mean difference is zero, the lowest clear one if there are several; <c>null</c> unless found.</summary>
    public required double? Value { get; init; }

    /// <summary>The interval's lower end; <c>null</c> where it is open down to the range's lowest value, or nothing was found.</summary>
    public required double? Lower { get; init; }

    /// <summary>The interval's upper end; <c>null</c> where it is open up to the range's highest value, or nothing was found.</summary>
    public required double? Upper { get; init; }

    /// <summary>
    /// The mean differences on the grid, in rising order of values; the first and last are those at the range's ends. Of a cancelled
    /// search, those at all values that are known, one or more.
    /// </summary>
    public required ImmutableArray<CurvePoint> Grid { get; init; }

    /// <summary>How often the mean difference changes sign from one value of the grid to the next.</summary>
    public required int SignChanges { get; init; }

    /// <summary>How often it does among those values of the grid whose intervals exclude zero. Over 1, the ranking flips back.</summary>
    public required int ClearSignChanges { get; init; }

    /// <summary>How many times the difference was evaluated.</summary>
    public required int Evaluations { get; init; }

    /// <summary>
    /// Whether every root was found to within the tolerance. If the evaluations ran out first, the interval's ends are the nearest
    /// values known to lie outside: it is too wide rather than too narrow. False for a cancelled search.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>Searches the break-even value.</summary>
    /// <param name="low">The range's lowest value, finite.</param>
    /// <param name="high">The range's highest value, finite and over the lowest.</param>
    /// <param name="difference">The difference of the two alternatives.</param>
    /// <param name="options">How to search.</param>
    /// <param name="cancellationToken">Ends the search early, with the values known by then and <see cref="BreakEvenVerdict.NotYetTold"/>.</param>
    /// <exception cref="ArgumentException">The evaluations are too few for the grid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option or the range is out of range, or the difference gave NaN or an infinite number.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled before the difference was known at one value.</exception>
    /// <exception cref="ReplicationException">The difference threw.</exception>
    public static BreakEven Find(
        double low, double high, DifferenceCurve difference, BreakEvenOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentNullException.ThrowIfNull(options);
        Check(low, high, options);
        return new BreakEvenSearch(low, high, difference, options, cancellationToken).Run();
    }

    /// <summary>The finding in a sentence; numbers to six digits.</summary>
    public string Describe()
    {
        (CurvePoint first, CurvePoint last) = (Grid[0], Grid[^1]);
        string range = Text($"between {first.Value:G6} and {last.Value:G6}");
        return Verdict switch
        {
            BreakEvenVerdict.DoesNotFlip => $"The ranking does not flip {range}: the difference is {Describe(first)} and {Describe(last)}.",
            BreakEvenVerdict.NotYetTold => $"Cancelled before it could tell whether the ranking flips: the difference is known at {Grid.Length} values {range}.",
            BreakEvenVerdict.CannotBeTold => $"Whether the ranking flips {range} cannot be told: the difference is {Describe(first)} and {Describe(last)}.",
            _ => Text($"The ranking flips at {Value:G6} (interval from {End(Lower, first, "below")} to {End(Upper, last, "above")})")
                + (ClearSignChanges > 1 ? Text($", and flips back: the sign clearly changes {ClearSignChanges} times {range}.") : "."),
        };
    }

    private static string End(double? end, CurvePoint last, string beyond) =>
        end is double value ? Text($"{value:G6}") : Text($"{last.Value:G6} or {beyond}");

    private static string Describe(CurvePoint point) =>
        Text($"{point.Difference.Mean:G6} ({point.Difference.Lower:G6} to {point.Difference.Upper:G6}) at {point.Value:G6}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Check(double low, double high, BreakEvenOptions options)
    {
        NumberGuard.Finite(low);
        NumberGuard.Finite(high);
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new ArgumentOutOfRangeException(
                nameof(high), high, Text($"Range: found low {low} and high {high}; expected low under high, by a finite number."));
        }

        NumberGuard.OpenShare(options.Level);
        if (options.Tolerance is double tolerance)
        {
            NumberGuard.Positive(tolerance, "Tolerance");
        }

        AtLeast(options.Replications, 2, "Replications");
        AtLeast(options.GridPoints, 2, "GridPoints");
        AtLeast(options.Threads, 1, "Threads");
        if (options.MaximumEvaluations is int most && most < (long)options.Replications * options.GridPoints)
        {
            long least = (long)options.Replications * options.GridPoints;
            throw new ArgumentException(
                Text($"MaximumEvaluations: found {most}; expected {least} or more, for {options.Replications} replications at {options.GridPoints} values."),
                nameof(options));
        }
    }

    private static void AtLeast(int value, int least, string name)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(name, value, Text($"{name}: found {value}; expected {least} or more."));
        }
    }
}
