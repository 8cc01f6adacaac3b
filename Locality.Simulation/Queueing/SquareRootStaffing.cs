namespace LocalitySim.Simulation;

/// <summary>
/// Staffing by the square root of the load: c = a + β √a servers, where β is set by the probability of waiting that is aimed at. For many
/// servers it keeps that probability while load and servers grow together.
/// </summary>
/// <remarks>
/// Source: Halfin and Whitt, "Heavy-traffic limits for queues with many exponential servers", Operations Research 29(3), 1981, proposition 1: in the limit
/// the probability of waiting is 1/(1 + β Φ(β)/φ(β)), with Φ and φ of the standard normal. It is an approximation for a finite load;
/// <see cref="LeastServers"/> is exact. Thread-safe.
/// </remarks>
public static class SquareRootStaffing
{
    private const double RootOfTwoPi = 2.5066282746310002;
    private const double LargestBeta = 37;

    /// <summary>The limit of the probability of waiting, from 0 to 1. It falls as β grows.</summary>
    /// <param name="beta">The number β of square roots of the load above the load, finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is out of range.</exception>
    public static double DelayProbability(double beta)
    {
        NumberGuard.NonNegative(beta);
        return beta > LargestBeta ? 0 : 1 / (1 + (beta * NormalRatio(beta)));
    }

    /// <summary>The β at which the limit of the probability of waiting is the one aimed at.</summary>
    /// <param name="delayProbability">The probability of waiting aimed at, between 0 and 1, exclusive, and at least 10⁻²⁵⁰.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delayProbability"/> is out of range.</exception>
    public static double Beta(double delayProbability)
    {
        if (!(delayProbability >= 1e-250 && delayProbability < 1))
        {
            throw NumberGuard.Refusal(delayProbability, nameof(delayProbability), "a number between 0 and 1, exclusive, and at least 1E-250");
        }

        double low = 0;
        double high = LargestBeta;
        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (DelayProbability(middle) > delayProbability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    /// <summary>The number of servers, rounded up: ⌈a + β √a⌉.</summary>
    /// <param name="load">The load a: arrivals in a unit of time times mean service; above zero, at most 10⁹.</param>
    /// <param name="delayProbability">The probability of waiting aimed at, between 0 and 1, exclusive, and at least 10⁻²⁵⁰.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static int Servers(double load, double delayProbability) =>
        load is > 0 and <= 1e9
            ? (int)Math.Ceiling(load + (Beta(delayProbability) * Math.Sqrt(load)))
            : throw NumberGuard.Refusal(load, nameof(load), "a number above 0, at most 1000000000");

    /// <summary>
    /// Φ(x)/φ(x) for x from 0 to 37: ½/φ(x) + Σ x^(2k + 1)/(1 × 3 × … × (2k + 1)), all terms of one sign.
    /// Source: NIST Digital Library of Mathematical Functions, 7.6.2.
    /// </summary>
    private static double NormalRatio(double x)
    {
        double square = x * x;
        double term = x;
        double sum = 0;
        for (int odd = 3; sum + term > sum; odd += 2)
        {
            sum += term;
            term *= square / odd;
        }

        return sum + (0.5 * RootOfTwoPi * PortableMath.Exp(0.5 * square));
    }
}
