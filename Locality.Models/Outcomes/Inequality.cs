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
}
