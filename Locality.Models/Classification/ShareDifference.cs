using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The difference of two shares of independent cases, with its interval. Source: Newcombe, "Interval estimation for the difference between
/// independent proportions: comparison of eleven methods", Statistics in Medicine 17(8), 1998, method 10 (of Wilson's score intervals).
/// </summary>
public static class ShareDifference
{
    /// <summary>Returns the one share less the other.</summary>
    /// <param name="successes">The successes of the one: from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The cases of the one: 1 or more.</param>
    /// <param name="otherSuccesses">The successes of the other.</param>
    /// <param name="otherTrials">The cases of the other: 1 or more.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Interval Of(int successes, int trials, int otherSuccesses, int otherTrials, double level = 0.95)
    {
        double z = TailProbability.NormalPoint(0.5 + (0.5 * level));
        (double share, double lower, double upper) = Wilson(successes, trials, z);
        (double otherShare, double otherLower, double otherUpper) = Wilson(otherSuccesses, otherTrials, z);
        double difference = share - otherShare;
        return new Interval(
            difference,
            difference - Math.Sqrt(((share - lower) * (share - lower)) + ((otherUpper - otherShare) * (otherUpper - otherShare))),
            difference + Math.Sqrt(((upper - share) * (upper - share)) + ((otherShare - otherLower) * (otherShare - otherLower))));
    }

    private static (double Share, double Lower, double Upper) Wilson(int successes, int trials, double z)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double share = (double)successes / trials;
        double centre = (successes + (0.5 * z * z)) / (trials + (z * z));
        double half = z * Math.Sqrt((trials * share * (1 - share)) + (0.25 * z * z)) / (trials + (z * z));

        // Rounding must not put a bound on the wrong side of the share.
        return (share, Math.Clamp(centre - half, 0, share), Math.Clamp(centre + half, share, 1));
    }
}
