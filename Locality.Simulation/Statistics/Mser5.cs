namespace LocalitySim.Simulation;

/// <summary>
/// How much of the start of a series to leave out as warm-up: the cut that makes the standard error of what is left least, over
/// means of batches of five.
/// Sources: White, "An effective truncation heuristic for bias reduction in simulation output", Simulation 69(6), 1997; batches of
/// five and the limit of half the run by White, Cobb and Spratt, "A comparison of five steady-state truncation heuristics for
/// simulation", Proc. Winter Simulation Conference 2000; Hoad, Robinson and Davies, "Automating warm-up length estimation",
/// J. Operational Research Society 61 (2010).
/// </summary>
/// <remarks>
/// With n batch means and a cut before number d, the statistic is Σ(Yᵢ − mean)² / (n − d)² over those from d on. It says nothing where few
/// are left, since a few neighbours may be alike by chance: the last five are never left alone. Of equal cuts the shortest is taken.
/// </remarks>
public sealed record Mser5
{
    /// <summary>The number of observations in a batch.</summary>
    public const int BatchSize = 5;

    private const int LeastLeft = 5;

    private Mser5()
    {
    }

    /// <summary>How many observations to leave out at the start: a multiple of five.</summary>
    public required int Truncation { get; init; }

    /// <summary>The least statistic: the square of the standard error of the mean of what is left, but for a factor close to 1.</summary>
    public required double Statistic { get; init; }

    /// <summary>The mean of what is left, without the last observations that fill no batch.</summary>
    public required double Mean { get; init; }

    /// <summary>
    /// Whether the cut lies in the first half of the run. If not, it is <b>not to be trusted</b>: the run is too short, or it has no
    /// steady state.
    /// </summary>
    public required bool IsTrusted { get; init; }

    /// <summary>Finds the cut, in time proportional to the number of observations.</summary>
    /// <param name="values">The observations in order, finite; 30 or more.</param>
    /// <exception cref="ArgumentException">There are fewer than 30 observations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An observation is not finite.</exception>
    public static Mser5 Of(ReadOnlySpan<double> values)
    {
        int batches = values.Length / BatchSize;
        if (batches <= LeastLeft)
        {
            throw new ArgumentException(
                $"values: found {values.Length} observations; expected {(LeastLeft + 1) * BatchSize} or more.", nameof(values));
        }

        // From the end, so that each cut adds one batch to the last.
        Tally left = new();
        (int Cut, double Statistic, double Mean)? best = null;
        for (int cut = batches - 1; cut >= 0; cut--)
        {
            left.Add(BatchMean(values, cut * BatchSize));
            if (left.Count > LeastLeft)
            {
                double count = left.Count;
                double statistic = left.Variance!.Value * (count - 1) / (count * count);
                if (best is not { } found || statistic <= found.Statistic)
                {
                    best = (cut, statistic, left.Mean!.Value);
                }
            }
        }

        (int truncation, double least, double mean) = best!.Value;
        return new Mser5
        {
            Truncation = truncation * BatchSize,
            Statistic = least,
            Mean = mean,
            IsTrusted = 2 * truncation <= batches,
        };
    }

    private static double BatchMean(ReadOnlySpan<double> values, int start)
    {
        double sum = 0;
        for (int i = start; i < start + BatchSize; i++)
        {
            sum += NumberGuard.Finite(values[i], $"values[{i}]");
        }

        return sum / BatchSize;
    }
}
