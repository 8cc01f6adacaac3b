namespace LocalitySim.Simulation;

/// <summary>Gives the arrival times of a Poisson process with a changing rate, one after another.</summary>
/// <remarks>
/// Sampled by inversion of the integrated rate (Çinlar, 1975): the n-th arrival is where the integral reaches the sum of n
/// unit exponentials. It is exact however long the gaps, and each arrival takes one draw, which may be keyed by its number.
/// </remarks>
/// <param name="rate">The rate.</param>
public sealed class PoissonArrivals(PiecewiseConstantRate rate)
{
    private int piece;
    private double last;

    /// <summary>Returns the next arrival.</summary>
    /// <param name="exponential">A draw from the exponential distribution with mean 1.</param>
    /// <returns>The time, not before the previous one; null when the rate has ended.</returns>
    public double? Next(double exponential)
    {
        if (rate.TimeAfter(ref piece, last, exponential) is not { } time)
        {
            last = rate.End;
            return null;
        }

        last = time;
        return time;
    }
}
