using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Areas' rates estimated with their neighbours. Immutable and thread-safe.</summary>
public sealed class Bym2Fit
{
    private readonly AreaCounts data;
    private readonly double[][] structure;
    private readonly List<Bym2Node> nodes;

    internal Bym2Fit(AreaCounts data, double[][] structure, List<Bym2Node> nodes, double[] spreadEdges, double[] shareEdges, double level)
    {
        (this.data, this.structure, this.nodes) = (data, structure, nodes);
        double tail = 0.5 * (1 - level);
        Estimates = [.. data.Areas.Select((area, place) => Estimate(area, place, tail))];
        Coefficients = [.. data.Data.Columns.Select((name, place) =>
        {
            double mean = nodes.Sum(node => node.Weight * node.Coefficients[place]);
            double square = nodes.Sum(node => node.Weight * ((node.Errors[place] * node.Errors[place]) + ((node.Coefficients[place] - mean) * (node.Coefficients[place] - mean))));
            return new CoefficientEstimate(name, mean, Math.Sqrt(square));
        })];
        Spread = Summary(node => node.Spread, spreadEdges, tail);
        Share = Summary(node => node.Share, shareEdges, tail);
    }

    /// <summary>Gets the estimates, in the order of the areas.</summary>
    public IReadOnlyList<AreaEstimate> Estimates { get; }

    /// <summary>Gets the coefficients: posterior means, with posterior standard deviations for errors.</summary>
    public IReadOnlyList<CoefficientEstimate> Coefficients { get; }

    /// <summary>Gets σ, the standard deviation of an area's ln rate about the columns: posterior mean, with bounds of equal tails.</summary>
    public Interval Spread { get; }

    /// <summary>Gets φ, the share of that variance which follows the graph, from 0 to 1: posterior mean, with bounds of equal tails. Few counts say little of it.</summary>
    public Interval Share { get; }

    /// <summary>Gets the points of the grid of σ and φ.</summary>
    internal IReadOnlyList<Bym2Node> Nodes => nodes;

    /// <summary>Returns the posterior probability that an area's rate is at most a number.</summary>
    /// <param name="area">The area.</param>
    /// <param name="rate">A finite number above zero.</param>
    /// <exception cref="ArgumentException">There is no such area.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above zero and finite.</exception>
    public double AtMost(string area, double rate)
    {
        if (!(rate > 0 && double.IsFinite(rate)))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "rate: expected a finite number above zero.");
        }

        int place = data.Areas.ToList().IndexOf(area);
        return place >= 0 ? AtMost(place, rate) : throw new ArgumentException($"area: found '{area}'; expected one of {string.Join(", ", data.Areas)}.", nameof(area));
    }

    /// <summary>
    /// Draws the rates of all areas together from their posterior, so that what is not known of them can be carried on: each draw takes σ and φ,
    /// and then the rates. A draw is found by its number, whatever the others.
    /// </summary>
    /// <param name="streams">The random streams.</param>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="count">How many draws: one or more.</param>
    /// <returns>For each draw a rate for each area, in the order of the areas.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is under one.</exception>
    public IReadOnlyList<IReadOnlyList<double>> Draw(RandomStreams streams, Purpose purpose, int count)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double[][] draws = new double[count][];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, count).GroupBy(draw => NodeOf(streams.Stream(purpose, entity: (uint)draw).NextUniform())))
        {
            Bym2Node node = nodes[group.Key];
            CholeskyFactor factor = node.Factor(data.Data, structure);
            foreach (int draw in group)
            {
                RandomStream random = streams.Stream(purpose, entity: (uint)draw);
                random.NextUniform();
                double[] normal = new double[factor.Count];
                for (int area = 0; area < normal.Length; area++)
                {
                    normal[area] = random.NextNormal();
                }

                draws[draw] = [.. factor.Times(normal).Zip(node.Means, (by, mean) => PortableMath.Exp(mean + by))];
            }
        }

        return draws;
    }

    private int NodeOf(double uniform)
    {
        double sum = 0;
        for (int node = 0; node < nodes.Count; node++)
        {
            sum += nodes[node].Weight;
            if (uniform < sum)
            {
                return node;
            }
        }

        return nodes.Count - 1;
    }

    private double AtMost(int place, double rate)
    {
        double log = PortableMath.Log(rate);
        double sum = 0;
        foreach (Bym2Node node in nodes)
        {
            sum += node.Weight * TailProbability.Normal((node.Means[place] - log) / node.Deviations[place]);
        }

        return sum;
    }

    private AreaEstimate Estimate(string area, int place, double tail)
    {
        double first = 0;
        double second = 0;
        foreach (Bym2Node node in nodes)
        {
            double variance = node.Deviations[place] * node.Deviations[place];
            double mean = PortableMath.Exp(node.Means[place] + (0.5 * variance));
            first += node.Weight * mean;
            second += node.Weight * mean * mean * PortableMath.Exp(variance);
        }

        double lower = MixtureQuantile.Of(rate => AtMost(place, rate), tail, first);
        double upper = MixtureQuantile.Of(rate => AtMost(place, rate), 1 - tail, first);
        return new AreaEstimate(area, data.RawRate(place), new Interval(first, lower, upper), Math.Sqrt(Math.Max(0, second - (first * first))));
    }

    // Within a step of the grid the posterior is taken as even.
    private Interval Summary(Func<Bym2Node, double> value, double[] edges, double tail)
    {
        double[] masses = new double[edges.Length - 1];
        foreach (Bym2Node node in nodes)
        {
            int step = Array.FindLastIndex(edges, edge => edge <= value(node));
            masses[Math.Clamp(step, 0, masses.Length - 1)] += node.Weight;
        }

        double At(double share)
        {
            double sum = 0;
            for (int step = 0; step < masses.Length; step++)
            {
                if (sum + masses[step] >= share)
                {
                    return edges[step] + ((edges[step + 1] - edges[step]) * (share - sum) / masses[step]);
                }

                sum += masses[step];
            }

            return edges[^1];
        }

        return new Interval(nodes.Sum(node => node.Weight * value(node)), At(tail), At(1 - tail));
    }
}
