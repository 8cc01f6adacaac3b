using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// How much worse each of several systems is than the best one, future by future: what one would regret having chosen it, once the
/// future is known.
/// </summary>
/// <remarks>
/// Source: Savage, "The theory of statistical decision", J. American Statistical Association 46(253), 1951, who chooses the system
/// whose worst regret is least. All futures count the same in the mean and in the share; they are not weighed by how likely they are.
/// </remarks>
public sealed record Regret
{
    private Regret()
    {
    }

    /// <summary>For each system its regret in each future, zero or more, in the values' unit. Zero for the best, and for all that equal it.</summary>
    public required ImmutableArray<ImmutableArray<double>> ByFuture { get; init; }

    /// <summary>For each system its mean regret over the futures.</summary>
    public required ImmutableArray<double> Mean { get; init; }

    /// <summary>For each system its worst regret in any future.</summary>
    public required ImmutableArray<double> Worst { get; init; }

    /// <summary>
    /// For each system the share of futures in which none is better, from 0 to 1. Where several are equally good each counts, so that these
    /// may add up to more than 1.
    /// </summary>
    public required ImmutableArray<double> ShareBest { get; init; }

    /// <summary>Works out the regrets.</summary>
    /// <param name="values">For each system its value in each future, finite; one or more of each.</param>
    /// <param name="better">Which way the value is better.</param>
    /// <exception cref="ArgumentException">There is no system or no future, or systems have different numbers of futures.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the direction is none.</exception>
    public static Regret Of(IReadOnlyList<IReadOnlyList<double>> values, BetterDirection better)
    {
        double[][] table = SystemTable.Of(values, "futures");
        int sign = ParetoSet.Sign(better);
        double[] best = [.. Enumerable.Range(0, table[0].Length).Select(future => table.Max(row => sign * row[future]))];
        double[][] regrets = [.. table.Select(row => row.Select((value, future) => best[future] - (sign * value)).ToArray())];
        return new Regret
        {
            ByFuture = [.. regrets.Select(row => row.ToImmutableArray())],
            Mean = [.. regrets.Select(row => row.Sum() / row.Length)],
            Worst = [.. regrets.Select(row => row.Max())],
            ShareBest = [.. regrets.Select(row => (double)row.Count(regret => regret == 0) / row.Length)],
        };
    }
}
