using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>What a fit says of a new row.</summary>
/// <param name="Mean">The mean with its interval: of the linear predictor, raised to the exponential. It covers what the coefficients leave open.</param>
/// <param name="LowestCount">The lower bound of a new count's interval.</param>
/// <param name="HighestCount">Its upper bound; null where that is above 10¹⁵, more than can be counted.</param>
/// <remarks>
/// A new count lies within the bounds, these included, with at least the level's probability, over the count's own chance and the normal
/// distribution of the estimated linear predictor; a dispersion that was estimated is taken as it is.
/// </remarks>
public sealed record CountPrediction(Interval Mean, double LowestCount, double? HighestCount)
{
    private const double FarthestNode = 8.5;
    private const int MostNodes = 400;

    internal static CountPrediction Of(double centre, double error, double dispersion, double level)
    {
        double tail = 0.5 * (1 - level);
        double half = TailProbability.NormalPoint(1 - tail) * error;
        double mean = PortableMath.Exp(centre);
        double highest = PortableMath.Exp(centre + half);
        if (!double.IsFinite(highest))
        {
            throw new ArgumentException("values: found a mean, or an upper bound of it, that is not finite; expected values nearer to those of the fit.", nameof(centre));
        }

        // A sum over equally spaced normal deviates, which for smooth functions is all but exact (Trefethen and Weideman, "The exponentially
        // convergent trapezoidal rule", SIAM Review 56(3), 2014); finer where the count's own spread is narrower than the mean's.
        double narrow = Math.Sqrt(Math.Max(1 / Math.Max(mean, 1e-300), 0) + dispersion);
        int nodes = (int)Math.Min(MostNodes, Math.Ceiling(FarthestNode / 0.5 * Math.Max(1, error / narrow)));
        List<(double Mean, double Weight)> mixture = [];
        for (int node = -nodes; node <= nodes; node++)
        {
            double z = FarthestNode * node / nodes;
            mixture.Add((PortableMath.Exp(centre + (z * error)), PortableMath.Exp(-0.5 * z * z)));
        }

        double all = mixture.Sum(part => part.Weight);
        double AtMost(double count) => mixture.Sum(part =>
            !(part.Mean < CountData.CountLimit) ? 0 : part.Weight * CountProbability.NegativeBinomialAtMost(count, part.Mean, dispersion)) / all;
        return new CountPrediction(new Interval(mean, PortableMath.Exp(centre - half), highest), Least(AtMost, tail, mean) ?? CountData.CountLimit, Least(AtMost, 1 - tail, mean));
    }

    // The least count of at least a probability; null where there is none that can be counted.
    private static double? Least(Func<double, double> atMost, double probability, double mean)
    {
        double low = -1;
        double high = Math.Min(Math.Floor(mean) + 1, CountData.CountLimit);
        while (atMost(high) < probability)
        {
            if (high >= CountData.CountLimit)
            {
                return null;
            }

            low = high;
            high = Math.Min((2 * high) + 1, CountData.CountLimit);
        }

        while (high - low > 1)
        {
            double middle = Math.Floor(0.5 * (low + high));
            (low, high) = atMost(middle) < probability ? (middle, high) : (low, middle);
        }

        return high;
    }
}
