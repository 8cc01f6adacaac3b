namespace LocalitySim.Simulation;

/// <summary>Tail probabilities and quantiles of the distributions that tests are judged by. Thread-safe, the same bits on every platform.</summary>
public static class TailProbability
{
    /// <summary>P(Z &gt; <paramref name="z"/>) for a standard normal Z, from 0 to 1.</summary>
    /// <param name="z">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="z"/> is NaN or infinite.</exception>
    public static double Normal(double z) => NormalProbability.Cdf(-NumberGuard.Finite(z));

    /// <summary>The z with P(Z ≤ z) = <paramref name="share"/> for a standard normal Z.</summary>
    /// <param name="share">A number between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    public static double NormalPoint(double share) => NormalQuantile.Of(NumberGuard.OpenShare(share));

    /// <summary>The t with P(T ≤ t) = <paramref name="share"/> for Student's T, to about 10⁻¹² of t.</summary>
    /// <param name="share">A number between 0 and 1, exclusive.</param>
    /// <param name="degrees">The degrees of freedom, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double StudentPoint(double share, int degrees)
    {
        NumberGuard.OpenShare(share);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return share == 0.5 ? 0 : share < 0.5 ? -StudentT.UpperQuantile(share, degrees) : StudentT.UpperQuantile(1 - share, degrees);
    }

    /// <summary>
    /// P(X &gt; <paramref name="x"/>) for a chi-squared X, from 0 to 1.
    /// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.4.4 (odd) and 26.4.5 (even degrees of freedom).
    /// </summary>
    /// <param name="x">A finite number, zero or more.</param>
    /// <param name="degrees">The degrees of freedom, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double ChiSquared(double x, int degrees)
    {
        NumberGuard.NonNegative(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        bool isOdd = degrees % 2 == 1;
        double root = Math.Sqrt(x);
        double term = isOdd ? 2 * NormalProbability.Density(root) * root : PortableMath.Exp(-0.5 * x);
        double sum = isOdd ? 2 * NormalProbability.Cdf(-root) : term;
        for (int divisor = isOdd ? 3 : 2; divisor <= degrees; divisor += 2)
        {
            // An odd sum has its first term at three degrees of freedom, an even one at two.
            if (isOdd)
            {
                sum += term;
                term *= x / divisor;
            }
            else if (divisor < degrees)
            {
                term *= x / divisor;
                sum += term;
            }
        }

        return Math.Min(1, sum);
    }
}
