using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>
/// Which of several systems are not dominated when several measures count and none is weighed against another. A system dominates another if it
/// is worse on no measure and better on at least one.
/// </summary>
/// <remarks>
/// <para>
/// With a tolerance for each measure, in the measure's own unit, a difference up to it does not count: worse and better then mean by more than
/// the tolerance. With tolerances of zero this is the set of Pareto (1906).
/// Source: Teng, Lee and Chew, "Integration of indifference-zone with multi-objective computing budget allocation", European J. Operational
/// Research 203(2), 2010.
/// </para>
/// <para>
/// Tolerances can make systems dominate each other in a circle: each is clearly better than the next on one measure and less than clearly worse on the
/// others. Rule: a system is left out only if one that is above it, directly or through others, is not also below it. So at least one
/// system is always left. In time proportional to the cube of the number of systems.
/// </para>
/// </remarks>
public sealed record ParetoSet
{
    private ParetoSet()
    {
    }

    /// <summary>The systems that are not dominated, in ascending order; one or more.</summary>
    public required ImmutableArray<int> Members { get; init; }

    /// <summary>For each system those that dominate it directly, in ascending order. In a circle a member has some too.</summary>
    public required ImmutableArray<ImmutableArray<int>> DominatedBy { get; init; }

    /// <summary>
    /// The pairs of systems that differ by no more than the tolerance on every measure, the lower number first, in ascending order.
    /// Within tolerances a tie with a second and of that with a third is no tie with the third.
    /// </summary>
    public required ImmutableArray<(int First, int Second)> Ties { get; init; }

    /// <summary>Finds the systems that are not dominated.</summary>
    /// <param name="values">For each system the value of each measure, finite; one or more of each.</param>
    /// <param name="better">Which way each measure is better.</param>
    /// <param name="tolerances">The tolerance of each measure in its unit, zero or more; all zero if <c>null</c>.</param>
    /// <exception cref="ArgumentException">The lists have different lengths, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value, a direction or a tolerance is out of range.</exception>
    public static ParetoSet Of(
        IReadOnlyList<IReadOnlyList<double>> values, IReadOnlyList<BetterDirection> better, IReadOnlyList<double>? tolerances = null)
    {
        double[][] table = SystemTable.Of(values, "measures");
        int measures = table[0].Length;
        int[] signs = Signs(better, measures);
        double[] zones = Zones(tolerances, measures);
        int systems = table.Length;
        bool[,] above = new bool[systems, systems];
        ImmutableArray<(int First, int Second)>.Builder ties = ImmutableArray.CreateBuilder<(int First, int Second)>();
        for (int first = 0; first < systems; first++)
        {
            for (int second = first + 1; second < systems; second++)
            {
                (bool firstBetter, bool secondBetter) = Compare(table[first], table[second], signs, zones);
                above[first, second] = firstBetter && !secondBetter;
                above[second, first] = secondBetter && !firstBetter;
                if (!firstBetter && !secondBetter)
                {
                    ties.Add((first, second));
                }
            }
        }

        ImmutableArray<ImmutableArray<int>> dominatedBy =
            [.. Enumerable.Range(0, systems).Select(system => Enumerable.Range(0, systems).Where(other => above[other, system]).ToImmutableArray())];
        Close(above);
        return new ParetoSet
        {
            Members =
            [
                .. Enumerable.Range(0, systems).Where(
                    system => Enumerable.Range(0, systems).All(other => !above[other, system] || above[system, other])),
            ],
            DominatedBy = dominatedBy,
            Ties = ties.DrainToImmutable(),
        };
    }

    /// <summary>Which of the two is better beyond the tolerance on some measure.</summary>
    private static (bool First, bool Second) Compare(double[] first, double[] second, int[] signs, double[] zones)
    {
        bool firstBetter = false;
        bool secondBetter = false;
        for (int measure = 0; measure < first.Length; measure++)
        {
            double gain = signs[measure] * (first[measure] - second[measure]);
            firstBetter |= gain > zones[measure];
            secondBetter |= -gain > zones[measure];
        }

        return (firstBetter, secondBetter);
    }

    /// <summary>Adds to what is above directly what is above through others (Warshall 1962).</summary>
    private static void Close(bool[,] above)
    {
        int systems = above.GetLength(0);
        for (int through = 0; through < systems; through++)
        {
            for (int first = 0; first < systems; first++)
            {
                if (above[first, through])
                {
                    for (int second = 0; second < systems; second++)
                    {
                        above[first, second] |= above[through, second];
                    }
                }
            }
        }
    }

    private static int[] Signs(IReadOnlyList<BetterDirection> better, int measures)
    {
        ArgumentNullException.ThrowIfNull(better);
        if (better.Count != measures)
        {
            throw new ArgumentException($"better: found {better.Count} directions; expected {measures}, one for each measure.", nameof(better));
        }

        return [.. better.Select(Sign)];
    }

    /// <summary>1 where more is better, −1 where less is.</summary>
    internal static int Sign(BetterDirection better) => better switch
    {
        BetterDirection.Higher => 1,
        BetterDirection.Lower => -1,
        _ => throw NumberGuard.Refusal((int)better, nameof(better), "Lower or Higher"),
    };

    private static double[] Zones(IReadOnlyList<double>? tolerances, int measures)
    {
        if (tolerances is null)
        {
            return new double[measures];
        }

        if (tolerances.Count != measures)
        {
            throw new ArgumentException($"tolerances: found {tolerances.Count}; expected {measures}, one for each measure.", nameof(tolerances));
        }

        return [.. tolerances.Select((zone, measure) => NumberGuard.NonNegative(zone, string.Create(CultureInfo.InvariantCulture, $"tolerances[{measure}]")))];
    }
}
