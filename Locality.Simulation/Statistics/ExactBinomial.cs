namespace LocalitySim.Simulation;

/// <summary>What a count of successes says of the probability of one, without approximation. Thread-safe, the same bits on every platform.</summary>
public static class ExactBinomial
{
    private const int Bisections = 60;

    // As likely to within this counts as equally likely: rounding must not decide.
    private const double Tie = 1 + 1e-7;

    /// <summary>
    /// The interval of all probabilities that a test of each tail does not reject; it holds the true one at least as often as its level says.
    /// Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26(4), 1934.
    /// </summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 or more.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <returns>The share of successes and its bounds, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Interval Share(int successes, int trials, double level = 0.95)
    {
        Check(successes, trials);
        double tail = 0.5 * (1 - NumberGuard.OpenShare(level));
        double lower = successes == 0 ? 0 : Root(probability => AtLeast(successes, trials, probability) < tail);
        double upper = successes == trials ? 1 : Root(probability => 1 - AtLeast(successes + 1, trials, probability) > tail);
        return new Interval((double)successes / trials, lower, upper);
    }

    /// <summary>
    /// The two-sided p-value of a probability: how likely is a count that is at most as likely as the one seen.
    /// Source: as R's <c>binom.test</c>; Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.1.
    /// </summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">1 or more.</param>
    /// <param name="probability">The probability tested, between 0 and 1, exclusive.</param>
    /// <returns>A probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double PValue(int successes, int trials, double probability)
    {
        Check(successes, trials);
        double[] cumulative = BinomialProbabilities.Cumulative(trials, NumberGuard.OpenShare(probability));
        double[] chances = [.. cumulative.Select((value, count) => value - (count == 0 ? 0 : cumulative[count - 1]))];
        return Math.Min(1, chances.Where(chance => chance <= chances[successes] * Tie).Sum());
    }

    private static double AtLeast(int successes, int trials, double probability) =>
        IncompleteBeta.Regularized(successes, trials - successes + 1, probability, 1 - probability);

    private static double Root(Func<double, bool> isBelow)
    {
        (double low, double high) = (0, 1);
        for (int step = 0; step < Bisections; step++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    private static void Check(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
