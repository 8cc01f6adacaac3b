using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Empirical Bayes estimates of areas' rates. Immutable and thread-safe.</summary>
public sealed class GammaPoissonFit
{
    private readonly List<GammaPoissonNode> nodes;
    private readonly AreaCounts data;

    internal GammaPoissonFit(AreaCounts data, CountFit fit, List<GammaPoissonNode> nodes, double level)
    {
        (this.data, this.nodes, Regression) = (data, nodes, fit);
        double dispersion = fit.Dispersion!.Value;
        Shape = dispersion > 0 ? 1 / dispersion : null;
        Expected = [.. fit.Means.Select((mean, place) => mean / data.Exposures[place])];
        Credibilities = [.. fit.Means.Select(mean => dispersion * mean / (1 + (dispersion * mean)))];
        Estimates = [.. data.Areas.Select((area, place) => Estimate(area, place, level))];
    }

    /// <summary>Gets the regression of the counts: the coefficients and the dispersion, the gamma's relative variance.</summary>
    public CountFit Regression { get; }

    /// <summary>Gets the shape of the gamma distribution of rates, 1 over the dispersion; null where counts spread no more than chance and the shape is without bound.</summary>
    public double? Shape { get; }

    /// <summary>Gets the rate that the columns say of each area: the mean of its gamma distribution.</summary>
    public IReadOnlyList<double> Expected { get; }

    /// <summary>Gets the weight, from 0 to under 1, that each area's own rate has in its posterior mean; the rest is that of <see cref="Expected"/>.</summary>
    public IReadOnlyList<double> Credibilities { get; }

    /// <summary>Gets the estimates, in the order of the areas.</summary>
    public IReadOnlyList<AreaEstimate> Estimates { get; }

    /// <summary>Returns the posterior probability that an area's rate is at most a number; mean and shape are averaged over, as for the intervals.</summary>
    /// <param name="area">The area.</param>
    /// <param name="rate">A finite number, zero or more.</param>
    /// <exception cref="ArgumentException">There is no such area.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public double AtMost(string area, double rate)
    {
        if (!(rate >= 0 && double.IsFinite(rate)))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "rate: expected a finite number, zero or more.");
        }

        int place = data.Areas.ToList().IndexOf(area);
        return place >= 0 ? AtMost(place, rate) : throw new ArgumentException($"area: found '{area}'; expected one of {string.Join(", ", data.Areas)}.", nameof(area));
    }

    private double AtMost(int place, double rate)
    {
        double sum = 0;
        foreach (GammaPoissonNode node in nodes)
        {
            (double shape, double mean) = node.Posterior(place, data.Exposures[place]);
            sum += node.Weight * GammaProbability.AtMost(rate * shape / mean, shape);
        }

        return sum;
    }

    private AreaEstimate Estimate(string area, int place, double level)
    {
        double first = 0;
        double second = 0;
        foreach (GammaPoissonNode node in nodes)
        {
            (double shape, double rate) = node.Posterior(place, data.Exposures[place]);
            first += node.Weight * rate;
            second += node.Weight * rate * rate * (1 + (1 / shape));
        }

        double weight = Credibilities[place];
        double mean = ((1 - weight) * Expected[place]) + (weight * data.RawRate(place));
        double tail = 0.5 * (1 - level);
        double lower = MixtureQuantile.Of(rate => AtMost(place, rate), tail, first);
        double upper = MixtureQuantile.Of(rate => AtMost(place, rate), 1 - tail, first);
        return new AreaEstimate(area, data.RawRate(place), new Interval(mean, lower, upper), Math.Sqrt(Math.Max(0, second - (first * first))));
    }
}
