namespace LocalitySim.Models;

/// <summary>Measures how unlike numbers are.</summary>
internal static class Inequality
{
    /// <summary>Returns the weighted Gini coefficient: half the relative mean difference (Gini, 1912); null where all values or weights are zero.</summary>
    /// <param name="values">The values: zero or more.</param>
    /// <param name="weights">The weight of each: zero or more.</param>
    internal static double? Gini(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        double differences = 0;
        double weighted = 0;
        double weight = 0;
        for (int first = 0; first < values.Count; first++)
        {
            weighted += weights[first] * values[first];
            weight += weights[first];
            for (int second = 0; second < first; second++)
            {
                differences += weights[first] * weights[second] * Math.Abs(values[first] - values[second]);
            }
        }

        return weighted > 0 ? differences / (weighted * weight) : null;
    }

    /// <summary>
    /// Returns the concentration index of values over ranked groups: 2 ÷ mean × Σ share × value × rank − 1, where a group's rank is
    /// the share of weight before it and half its own (Kakwani, Wagstaff and van Doorslaer, J. Econometrics 77, 1997, equation 3).
    /// Null where the mean is zero.
    /// </summary>
    /// <param name="ranked">Each group's value and weight, zero or more, in the order of rank.</param>
    internal static double? Concentration(IReadOnlyList<(double Value, double Weight)> ranked)
    {
        double weight = ranked.Sum(group => group.Weight);
        double sum = ranked.Sum(group => group.Value * group.Weight);
        double before = 0;
        double products = 0;
        foreach ((double value, double size) in ranked)
        {
            products += size * value * (before + (size / 2));
            before += size;
        }

        return sum > 0 ? (2 * products / (sum * weight)) - 1 : null;
    }

    /// <summary>Returns half the sum of the absolute differences between two sets of shares; null where the first set is all zero.</summary>
    /// <param name="amounts">Amounts, zero or more, which are turned into shares.</param>
    /// <param name="shares">Shares that add up to 1.</param>
    internal static double? Dissimilarity(double[] amounts, double[] shares)
    {
        double total = amounts.Sum();
        return total > 0 ? amounts.Zip(shares, (amount, share) => Math.Abs((amount / total) - share)).Sum() / 2 : null;
    }

    /// <summary>Returns the coefficient of variation of values with weights; with equal weights, the sample's. Null where the mean is zero.</summary>
    /// <param name="values">The values: zero or more.</param>
    /// <param name="weights">The weight of each: above zero.</param>
    internal static double? Variation(List<double> values, List<double> weights)
    {
        double weight = 0;
        double weighted = 0;
        for (int index = 0; index < values.Count; index++)
        {
            weight += weights[index];
            weighted += weights[index] * values[index];
        }

        if (!(weighted > 0))
        {
            return null;
        }

        double mean = weighted / weight;
        double squares = 0;
        for (int index = 0; index < values.Count; index++)
        {
            squares += weights[index] * (values[index] - mean) * (values[index] - mean);
        }

        double correction = values.Count > 1 ? values.Count / (values.Count - 1.0) : 1;
        return Math.Sqrt(squares / weight * correction) / mean;
    }
}
