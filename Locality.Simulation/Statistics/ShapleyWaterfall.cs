using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>
/// What each of several factors contributes to the difference between a value with none of them and the value with all: its mean effect over
/// all orders in which the factors can be brought in one after another. What factors do only together is shared evenly between them.
/// </summary>
/// <remarks>
/// <para>
/// Sources: Shapley, "A value for n-person games", in "Contributions to the Theory of Games II" (1953); its use for models is discussed by
/// Song, Nelson and Staum, "Shapley effects for global sensitivity analysis: theory and computation", SIAM/ASA J. Uncertainty Quantification
/// 4(1), 2016. Exact: all 2ⁿ subsets are evaluated, once each.
/// </para>
/// <para>
/// Rounding: the contributions are rounded to whole multiples of the last place of the greatest number in the waterfall, be it a contribution, a
/// sum of the first few, or the total. What the total then still lacks, a few such places, is given to the greatest contribution. So, added up in
/// their order, the contributions give the total to the last bit; unless contributions much greater than the total cancel, when they give it to
/// within that last place.
/// </para>
/// </remarks>
public sealed record ShapleyWaterfall
{
    /// <summary>The greatest number of factors.</summary>
    public const int MostFactors = 12;

    private ShapleyWaterfall()
    {
    }

    /// <summary>The value with none of the factors; with replications their mean.</summary>
    public required double None { get; init; }

    /// <summary>The value with all of the factors; with replications their mean.</summary>
    public required double All { get; init; }

    /// <summary>The contribution of each factor, in the value's unit. Added up in this order they give <see cref="Total"/>.</summary>
    public required ImmutableArray<double> Contributions { get; init; }

    /// <summary>
    /// With replications: the mean contribution of each factor, with Student's interval over the replications' own contributions; <c>null</c>
    /// without.
    /// </summary>
    public required ImmutableArray<Interval>? Intervals { get; init; }

    /// <summary>The value with all less the value with none.</summary>
    public double Total => All - None;

    /// <summary>Splits a difference of plain values.</summary>
    /// <param name="factors">The number n of factors, 1 to 12.</param>
    /// <param name="value">
    /// The value with the factors whose bits are set: bit 0 is the first factor. Asked for once for each number from 0 to 2ⁿ − 1, in this order.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number of factors is out of range, or a value is not finite.</exception>
    public static ShapleyWaterfall Of(int factors, Func<int, double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        double[][] values = Ask(factors, subset => [value(subset)]);
        return From(factors, [.. values.Select(row => row[0])], intervals: null);
    }

    /// <summary>Splits a difference of paired replications: each by itself, so that the contributions get intervals.</summary>
    /// <param name="factors">The number n of factors, 1 to 12.</param>
    /// <param name="values">
    /// The value of each replication with the factors whose bits are set; as many for every subset, one or more, the same replication at the
    /// same place, having met the same chances. Asked for once for each number from 0 to 2ⁿ − 1, in this order.
    /// </param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no replication, or the numbers differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of factors or the level is out of range, or a value is not finite.</exception>
    public static ShapleyWaterfall OfReplications(int factors, Func<int, IReadOnlyList<double>> values, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        NumberGuard.OpenShare(level);
        double[][] table = Ask(factors, values);
        Tally[] contributions = [.. Enumerable.Range(0, factors).Select(_ => new Tally())];
        double[] replication = new double[table.Length];
        for (int i = 0; i < table[0].Length; i++)
        {
            for (int subset = 0; subset < table.Length; subset++)
            {
                replication[subset] = table[subset][i];
            }

            for (int factor = 0; factor < factors; factor++)
            {
                contributions[factor].Add(Shapley(replication, factors, factor));
            }
        }

        // The value is linear: that of the means is the mean of the values.
        return From(factors, [.. table.Select(Mean)], [.. contributions.Select(tally => Confidence.Mean(tally, level))]);
    }

    private static ShapleyWaterfall From(int factors, double[] values, ImmutableArray<Interval>? intervals)
    {
        double[] contributions = [.. Enumerable.Range(0, factors).Select(factor => Shapley(values, factors, factor))];
        Settle(contributions, values[^1] - values[0]);
        return new ShapleyWaterfall { None = values[0], All = values[^1], Contributions = [.. contributions], Intervals = intervals };
    }

    /// <summary>Makes the contributions add up to the total, as the remarks say.</summary>
    private static void Settle(double[] contributions, double total)
    {
        double greatest = Math.Abs(total);
        double sum = 0;
        int largest = 0;
        for (int factor = 0; factor < contributions.Length; factor++)
        {
            double size = Math.Abs(contributions[factor]);
            largest = size > Math.Abs(contributions[largest]) ? factor : largest;
            sum += contributions[factor];
            greatest = Math.Max(greatest, Math.Max(size, Math.Abs(sum)));
        }

        // Sums of whole multiples of the place are exact, as long as they have no more than 53 bits.
        double place = Math.BitIncrement(greatest) - greatest;
        sum = 0;
        for (int factor = 0; factor < contributions.Length; factor++)
        {
            contributions[factor] = ToPlace(contributions[factor], place);
            sum += contributions[factor];
        }

        contributions[largest] += ToPlace(total, place) - sum;
    }

    private static double ToPlace(double value, double place) => Math.Round(value / place) * place;

    private static double Mean(double[] values)
    {
        Tally tally = new();
        foreach (double value in values)
        {
            tally.Add(value);
        }

        return tally.Mean!.Value;
    }

    /// <summary>Σ over the subsets S without the factor of |S|! (n − |S| − 1)!/n! (v(S and it) − v(S)): the mean over sizes of the mean effect at that size.</summary>
    private static double Shapley(double[] values, int factors, int factor)
    {
        Tally[] effects = new Tally[factors];
        for (int size = 0; size < factors; size++)
        {
            effects[size] = new Tally();
        }

        int bit = 1 << factor;
        for (int subset = 0; subset < values.Length; subset++)
        {
            if ((subset & bit) == 0)
            {
                effects[int.PopCount(subset)].Add(values[subset | bit] - values[subset]);
            }
        }

        double sum = 0;
        foreach (Tally effect in effects)
        {
            sum += effect.Mean!.Value;
        }

        return sum / factors;
    }

    private static double[][] Ask(int factors, Func<int, IReadOnlyList<double>> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, MostFactors);
        double[][] table = new double[1 << factors][];
        for (int subset = 0; subset < table.Length; subset++)
        {
            IReadOnlyList<double> row = values(subset) ?? [];
            int expected = subset == 0 ? row.Count : table[0].Length;
            if (row.Count == 0 || row.Count != expected)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"values({subset}): found {row.Count} replications; expected {Math.Max(1, expected)}, one or more and as many for each subset."),
                    nameof(values));
            }

            table[subset] = new double[row.Count];
            for (int i = 0; i < row.Count; i++)
            {
                table[subset][i] = double.IsFinite(row[i])
                    ? row[i]
                    : throw NumberGuard.Refusal(row[i], string.Create(CultureInfo.InvariantCulture, $"values({subset})[{i}]"), "a finite number");
            }
        }

        return table;
    }
}
