namespace LocalitySim.Simulation;

/// <summary>
/// The approximation of Allen and Cunneen for the mean wait of G/G/c, first come first served: the mean wait of M/M/c at the same load, times
/// half the sum of the squared coefficients of variation of the times between arrivals and of service.
/// </summary>
/// <remarks>
/// <b>An approximation.</b> It is exact for M/M/c and for M/G/1 (the formula of Pollaczek and Khinchine) and in heavy traffic; elsewhere it can be
/// off by some ten per cent, and by more at light load or with arrivals that do not resemble a Poisson process.
/// Source: Allen, "Probability, Statistics, and Queueing Theory" (2nd ed. 1990), section 5.3.4. Thread-safe.
/// </remarks>
public static class AllenCunneen
{
    /// <summary>The approximate mean wait for service, over all arrivals, in the unit of the mean service.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="arrivalRate">Arrivals in a unit of time, finite, above zero.</param>
    /// <param name="meanService">The mean service time, finite, above zero.</param>
    /// <param name="squaredVariationOfGaps">The squared coefficient of variation of the times between arrivals, finite, zero or more; 1 for Poisson arrivals.</param>
    /// <param name="squaredVariationOfService">The squared coefficient of variation of the service times, finite, zero or more; 1 for exponential ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or the load is not below the number of servers.</exception>
    public static double MeanWait(
        int servers, double arrivalRate, double meanService, double squaredVariationOfGaps, double squaredVariationOfService)
    {
        double variation = NumberGuard.NonNegative(squaredVariationOfGaps) + NumberGuard.NonNegative(squaredVariationOfService);
        return new ErlangC(servers, arrivalRate, meanService).MeanWait * variation / 2;
    }
}
