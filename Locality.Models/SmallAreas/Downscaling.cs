using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Splits a total among areas in proportion to size × index^γ. A share then moves with its area's own index as d ln share / d ln index =
/// γ (1 − share). Thread-safe, the same bits on every platform.
/// Source: the proportional, or dasymetric, allocation of Wright, "A method of mapping densities of population", Geographical Review 26(1), 1936, with weights that
/// are log-linear in the index.
/// </summary>
/// <remarks>
/// γ known from units as large as the total need not hold among areas within one (Robinson, "Ecological correlations and the behavior of
/// individuals", American Sociological Review 15(3), 1950). The intervals cover γ, and neither that nor what an area has of its own.
/// </remarks>
public static class Downscaling
{
    /// <summary>To be shown wherever a split is.</summary>
    public const string Caveat = "This split among areas has not been checked against counts below the level of the total, and with open data it cannot be; its intervals cover what is not known of the elasticity and nothing else.";

    private const int Quantiles = 401;

    /// <summary>Splits a total.</summary>
    /// <param name="areas">The areas' names: not blank, each once.</param>
    /// <param name="sizes">Each area's size, such as its population: finite, zero or more, one at least above zero. An area of size zero gets nothing.</param>
    /// <param name="indices">Each area's index: finite, zero or more. None may be missing.</param>
    /// <param name="elasticity">γ.</param>
    /// <param name="floor">What an index below it is taken as, above zero, for zero has no logarithm; absent means half the least index above zero.</param>
    /// <param name="level">The level of the intervals, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">Something is missing or out of range. The message names the area.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Floor or level are out of range.</exception>
    public static DownscaledShares Split(
        IReadOnlyList<string> areas,
        IReadOnlyList<double> sizes,
        IReadOnlyList<double?> indices,
        Elasticity elasticity,
        double? floor = null,
        double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(elasticity);
        AreaNames.Refuse(areas, nameof(areas));
        AreaNames.SameLength(areas, sizes.Count, nameof(sizes));
        AreaNames.SameLength(areas, indices.Count, nameof(indices));
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "level: expected a number between 0 and 1, exclusive.");
        }

        if (floor is double given && !(given > 0 && double.IsFinite(given)))
        {
            throw new ArgumentOutOfRangeException(nameof(floor), floor, "floor: expected a finite number above zero.");
        }

        for (int place = 0; place < areas.Count; place++)
        {
            if (!(sizes[place] >= 0 && double.IsFinite(sizes[place])))
            {
                throw AreaNames.Refusal(areas[place], nameof(sizes), sizes[place], "a finite number, zero or more");
            }

            if (indices[place] is not double index)
            {
                throw new ArgumentException($"area '{areas[place]}', indices: found none; expected a number: an area without an index cannot be given a share.", nameof(indices));
            }

            if (!(index >= 0 && double.IsFinite(index)))
            {
                throw AreaNames.Refusal(areas[place], nameof(indices), index, "a finite number, zero or more");
            }
        }

        if (!sizes.Any(size => size > 0))
        {
            throw new ArgumentException("sizes: found zeros alone; expected one above zero.", nameof(sizes));
        }

        double[] positive = [.. indices.Select(index => index!.Value).Where(index => index > 0)];
        if (positive.Length == 0)
        {
            throw new ArgumentException("indices: found zeros alone; expected one above zero, or there is nothing to tell areas apart by.", nameof(indices));
        }

        double least = floor ?? (0.5 * positive.Min());
        double[] logs = [.. indices.Select(index => PortableMath.Log(Math.Max(index!.Value, least)))];
        double[] shares = Shares(sizes, logs, elasticity.Value);
        double[][] over = [.. Enumerable.Range(0, Quantiles).Select(at => Shares(sizes, logs, elasticity.Quantile((at + 0.5) / Quantiles)))];
        Interval[] intervals = [.. shares.Select((share, place) =>
        {
            double[] values = [.. over.Select(row => row[place]).Order()];
            return new Interval(share, values[Rank(0.5 - (0.5 * level))], values[Rank(0.5 + (0.5 * level))]);
        })];
        return new DownscaledShares([.. areas], [.. sizes], logs, elasticity, intervals)
        {
            Floor = least,
            Floored = [.. areas.Where((_, place) => indices[place] < least)],
        };
    }

    /// <summary>The shares for a γ: they sum to 1, added up in the order of the areas, but for a last bit.</summary>
    internal static double[] Shares(IReadOnlyList<double> sizes, double[] logs, double gamma)
    {
        double[] powers = [.. logs.Select((log, place) => sizes[place] > 0 ? PortableMath.Log(sizes[place]) + (gamma * log) : double.NegativeInfinity)];
        double top = powers.Max();
        double[] weights = [.. powers.Select(power => double.IsFinite(power) ? PortableMath.Exp(power - top) : 0)];
        double sum = weights.Sum();
        return Summing.To(1, [.. weights.Select(weight => weight / sum)]);
    }

    private static int Rank(double share) => Math.Clamp((int)Math.Floor(share * Quantiles), 0, Quantiles - 1);
}
