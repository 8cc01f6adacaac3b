namespace LocalitySim.Simulation;

/// <summary>
/// Holm's adjustment of p-values for how many hypotheses are tested at once: rejecting those whose adjusted value is at most α rejects any true one
/// with a probability of at most α, however the tests depend on each other.
/// </summary>
/// <remarks>
/// Source: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6(2), 1979. With the values in rising
/// order, the adjusted i-th of m is the largest of (m − j + 1) p(j) for j ≤ i, at most 1.
/// </remarks>
public static class HolmAdjustment
{
    /// <summary>Adjusts p-values.</summary>
    /// <param name="pValues">The p-values, from 0 to 1; none is allowed.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is out of range.</exception>
    public static double[] Of(ReadOnlySpan<double> pValues)
    {
        double[] sorted = new double[pValues.Length];
        int[] order = new int[pValues.Length];
        for (int i = 0; i < pValues.Length; i++)
        {
            if (!(pValues[i] >= 0 && pValues[i] <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), pValues[i], $"pValues[{i}]: found {pValues[i]}; expected a number from 0 to 1.");
            }

            sorted[i] = pValues[i];
            order[i] = i;
        }

        Array.Sort(sorted, order);
        double[] adjusted = new double[pValues.Length];
        double largest = 0;
        for (int place = 0; place < sorted.Length; place++)
        {
            largest = Math.Max(largest, Math.Min(1, (sorted.Length - place) * sorted[place]));
            adjusted[order[place]] = largest;
        }

        return adjusted;
    }
}
