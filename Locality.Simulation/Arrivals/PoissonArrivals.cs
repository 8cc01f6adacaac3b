namespace LocalitySim.Simulation;

/// <summary>Gives the arrival times of a Poisson process with a changing rate, one after another.</summary>
/// <remarks>
/// Sampled by inversion of the integrated rate (Çinlar, 1975): the n-th arrival is where the integral reaches the sum of n
/// unit exponentials. It is exact however long the gaps, and each arrival takes one draw, which may be keyed by its number.
/// </remarks>
/// <param name="rate">The rate.</param>
public sealed class PoissonArrivals(ArrivalRate rate)
{
    private long piece;
    private double last;
    private bool ended;

    /// <summary>Returns the next arrival.</summary>
    /// <param name="exponential">A draw from the exponential distribution with mean 1.</param>
    /// <returns>The time, not before the previous one; null when the rate has ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponential"/> is not a finite number above zero.</exception>
    public double? Next(double exponential)
    {
        double amount = NumberGuard.Positive(exponential);
        if (ended || !rate.TryAdvance(ref piece, last, ref amount, out double time))
        {
            ended = true;
            return null;
        }

        last = time;
        return time;
    }
}
