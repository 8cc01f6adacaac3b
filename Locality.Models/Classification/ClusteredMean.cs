using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The mean of values of which those of one unit may depend on one another: Student's interval of a ratio of sums over units. For many units,
/// 40 or more. Source: Cochran, Sampling Techniques, 3rd ed. 1977, section 2.11 and equation 6.13 (the variance of a ratio), without the finite
/// population's correction.
/// </summary>
public static class ClusteredMean
{
    /// <summary>Returns the mean over all values, with its interval; infinite bounds for a single unit.</summary>
    /// <param name="values">The values, one or more, finite.</param>
    /// <param name="units">The unit of each, any number.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no value, or not one unit for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or the level is out of range.</exception>
    public static Interval Of(IReadOnlyList<double> values, IReadOnlyList<int> units, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(units);
        DesignRows.SameLength(values.Count, units.Count, nameof(units));
        if (values.Count == 0)
        {
            throw new ArgumentException("values: found none; expected one or more.", nameof(values));
        }

        SortedDictionary<int, (double Sum, int Count)> sums = [];
        for (int row = 0; row < values.Count; row++)
        {
            (double sum, int count) = sums.GetValueOrDefault(units[row]);
            sums[units[row]] = (sum + values[row], count + 1);
        }

        // Each unit's part of the mean's error: their ordinary interval is that of the ratio.
        double mean = values.Sum() / values.Count;
        double share = (double)sums.Count / values.Count;
        return Confidence.Mean([.. sums.Values.Select(unit => mean + (share * (unit.Sum - (unit.Count * mean))))], level);
    }
}
