namespace LocalitySim.Simulation;

/// <summary>
/// The time at which the mean of several rising curves, such as the replications' cumulative incidences, reaches a share, with
/// its interval: the times at which the mean's pointwise Student interval reaches that share.
/// Source: Woodruff, "Confidence intervals for medians and other position measures", J. American Statistical Association 47
/// (1952).
/// </summary>
/// <param name="Value">When the mean curve reaches the share; <c>null</c> if not by the end of the grid.</param>
/// <param name="Lower">The earliest time the interval allows; <c>null</c> if not by the end of the grid.</param>
/// <param name="Upper">The latest time the interval allows; <c>null</c> if it allows that the share is not reached by the end.</param>
public readonly record struct PooledCurveQuantile(double? Value, double? Lower, double? Upper)
{
    /// <summary>Inverts the mean of curves given on a common grid; between its points curves are taken as straight.</summary>
    /// <param name="grid">The times, one or more, strictly rising, finite.</param>
    /// <param name="curves">
    /// One curve a replication, one or more, each as long as the grid, finite. With a single one nothing is known of the spread:
    /// the interval runs from the first time of the grid, without an upper bound.
    /// </param>
    /// <param name="share">The share to reach, above 0, at most 1.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">A length is wrong, the grid does not rise, or there is no curve.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range or not finite.</exception>
    public static PooledCurveQuantile Of(
        ReadOnlySpan<double> grid, IReadOnlyList<double[]> curves, double share, double level = 0.95)
    {
        Check(grid, curves, share);
        double? times = Confidence.TimesStandardError(curves.Count, level);
        double[] mean = new double[grid.Length];
        double[] low = new double[grid.Length];
        double[] high = new double[grid.Length];
        for (int i = 0; i < grid.Length; i++)
        {
            Tally tally = new();
            for (int j = 0; j < curves.Count; j++)
            {
                double height = curves[j][i];
                tally.Add(double.IsFinite(height) ? height : NumberGuard.Finite(height, $"curves[{j}][{i}]"));
            }

            mean[i] = tally.Mean!.Value;
            double half = (times ?? 0) * Math.Sqrt((tally.Variance ?? 0) / tally.Count);
            low[i] = mean[i] - half;
            high[i] = mean[i] + half;
        }

        double? value = FirstReached(grid, mean, share);
        return times is null
            ? new(value, grid[0], null)
            : new(value, FirstReached(grid, high, share), LastReached(grid, low, share));
    }

    /// <summary>When a curve first reaches the share.</summary>
    private static double? FirstReached(ReadOnlySpan<double> grid, double[] curve, double share)
    {
        int i = Array.FindIndex(curve, y => y >= share);
        return i < 0 ? null : Crossing(grid, curve, share, i);
    }

    /// <summary>When a curve reaches the share for good: a band's lower edge may dip below it again.</summary>
    private static double? LastReached(ReadOnlySpan<double> grid, double[] curve, double share)
    {
        int i = Array.FindLastIndex(curve, y => y < share) + 1;
        return i == curve.Length ? null : Crossing(grid, curve, share, i);
    }

    private static double Crossing(ReadOnlySpan<double> grid, double[] curve, double share, int i) =>
        i == 0
            ? grid[0]
            : grid[i - 1] + ((grid[i] - grid[i - 1]) * ((share - curve[i - 1]) / (curve[i] - curve[i - 1])));

    private static void Check(ReadOnlySpan<double> grid, IReadOnlyList<double[]> curves, double share)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (!(share > 0 && share <= 1))
        {
            throw NumberGuard.Refusal(share, nameof(share), "a number above 0, at most 1");
        }

        if (grid.Length == 0 || curves.Count == 0)
        {
            throw new ArgumentException($"Found {grid.Length} times and {curves.Count} curves; expected one or more of each.", nameof(curves));
        }

        for (int i = 0; i < grid.Length; i++)
        {
            NumberGuard.Finite(grid[i], $"grid[{i}]");
            if (i > 0 && grid[i] <= grid[i - 1])
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"grid[{i}]: found {grid[i]} after {grid[i - 1]}; expected strictly rising times."), nameof(grid));
            }
        }

        for (int j = 0; j < curves.Count; j++)
        {
            if (curves[j].Length != grid.Length)
            {
                throw new ArgumentException(
                    $"curves[{j}]: found length {curves[j].Length}; expected {grid.Length}, as long as the grid.", nameof(curves));
            }
        }
    }
}
