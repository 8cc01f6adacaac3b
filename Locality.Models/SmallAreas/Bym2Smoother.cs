using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Estimates of areas' rates that learn from neighbours: counts are Poisson, and ln rate = columns × coefficients + σ (√(1 − φ) v + √φ u),
/// where v is independent from area to area and u follows the graph (the scaled intrinsic conditional autoregression). σ is how much areas
/// differ, φ the share of it that neighbours have in common. Coefficients have a flat prior. Thread-safe, the same bits on every platform.
/// Sources: Riebler, Sørbye, Simpson and Rue, Statistical Methods in Medical Research 25(4), 2016 (the model and its priors); Rue, Martino and Chopin,
/// "Approximate Bayesian inference for latent Gaussian models by using integrated nested Laplace approximations", JRSS B 71(2), 2009.
/// </summary>
/// <remarks>
/// The posterior is Laplace's approximation for given σ and φ, summed over a grid of both. It is simpler than that of Rue and others: an area's ln
/// rate is a mixture of normal distributions with a corrected mean and no further skewness. Work grows with the cube of the number
/// of areas: under a second for 50, a minute or so for 500.
/// </remarks>
public static class Bym2Smoother
{
    private const double LowestLogSpread = -5;
    private const double HighestLogSpread = 2.5;
    private const double CoarseStep = 0.5;
    private const double Drop = 9;
    private const int SpreadNodes = 13;
    private const double LowestLogit = -7;
    private const int ShareNodes = 17;
    private const double LeastWeight = 1e-6;

    private static readonly double[] CoarseLogits = [-6, -2, 1, 4];
    private static readonly double[] CoarseLogitEdges = [-8, -4, -0.5, 2.5, 8];

    /// <summary>Estimates the rates.</summary>
    /// <param name="data">The areas.</param>
    /// <param name="graph">Which are neighbours: the same areas in the same order, with one pair at least.</param>
    /// <param name="priors">What is thought of σ and φ; absent means the values of <see cref="Bym2Priors"/>.</param>
    /// <param name="level">The level of the intervals, between 0 and 1, exclusive.</param>
    /// <param name="cancellationToken">Stops the work; nothing of it is kept.</param>
    /// <exception cref="ArgumentException">The graph is of other areas or has no pair, or no single finite fit is best. The message says which.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Bym2Fit Smooth(AreaCounts data, NeighbourGraph graph, Bym2Priors? priors = null, double level = 0.95, CancellationToken cancellationToken = default)
    {
        Bym2Priors used = priors ?? new Bym2Priors();
        return Smooth(data, graph, used.SpreadAtMost, used.ShareAtMost, level, cancellationToken);
    }

    /// <summary>As above, with priors given by their distribution functions.</summary>
    internal static Bym2Fit Smooth(
        AreaCounts data,
        NeighbourGraph graph,
        Func<double, double> spreadAtMost,
        Func<ScaledIcar, Func<double, double>> shareAtMost,
        double level,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(graph);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "level: expected a number between 0 and 1, exclusive.");
        }

        Check(data, graph);
        ScaledIcar structure = ScaledIcar.Of(graph);
        CountFit start = data.PoissonFit();
        Bym2Mode mode = new([.. start.Coefficients.Select(coefficient => coefficient.Estimate)], new double[data.Areas.Count], [], 0);
        Bym2Mode At(double logSpread, double logit)
        {
            cancellationToken.ThrowIfCancellationRequested();
            mode = Bym2Mode.Find(data.Data, Bym2Priors.Mixed(structure.Covariance, PortableMath.Exp(logSpread), Logistic(logit)), mode.Coefficients, mode.Pulls);
            return mode;
        }

        Func<double, double> share = shareAtMost(structure);
        double[] spreadEdges = SpreadEdges(At, spreadAtMost, Masses(CoarseLogitEdges, edge => share(Logistic(edge))));
        double[] spreadMasses = Masses(spreadEdges, edge => spreadAtMost(PortableMath.Exp(edge)));
        double[] shareEdges = [.. Enumerable.Range(0, ShareNodes + 1).Select(edge => LowestLogit + edge - 0.5)];
        double[] shareMasses = Masses(shareEdges, edge => share(Logistic(edge)));
        List<(double LogSpread, double Logit, double Log, Bym2Mode Mode)> points = [];
        for (int i = 0; i < shareMasses.Length; i++)
        {
            for (int j = 0; j < spreadMasses.Length; j++)
            {
                // To and fro, so that each search begins next to where the last one ended.
                int k = i % 2 == 0 ? j : spreadMasses.Length - 1 - j;
                (double logSpread, double logit) = (0.5 * (spreadEdges[k] + spreadEdges[k + 1]), 0.5 * (shareEdges[i] + shareEdges[i + 1]));
                if (spreadMasses[k] > 0 && shareMasses[i] > 0)
                {
                    Bym2Mode found = At(logSpread, logit);
                    points.Add((logSpread, logit, found.LogLikelihood + PortableMath.Log(spreadMasses[k]) + PortableMath.Log(shareMasses[i]), found));
                }
            }
        }

        double top = points.Max(point => point.Log);
        double whole = points.Sum(point => PortableMath.Exp(point.Log - top));
        var kept = points.ConvertAll(point => (Point: point, Weight: PortableMath.Exp(point.Log - top) / whole)).FindAll(point => point.Weight > LeastWeight);
        double sum = kept.Sum(point => point.Weight);
        List<Bym2Node> nodes = kept.ConvertAll(point =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Bym2Node.At(data.Data, structure.Covariance, PortableMath.Exp(point.Point.LogSpread), Logistic(point.Point.Logit), point.Weight / sum, point.Point.Mode);
        });
        return new Bym2Fit(data, structure.Covariance, nodes, [.. spreadEdges.Select(PortableMath.Exp)], [.. shareEdges.Select(Logistic)], level);
    }

    private static void Check(AreaCounts data, NeighbourGraph graph)
    {
        if (!data.Areas.SequenceEqual(graph.Areas, StringComparer.Ordinal))
        {
            string wrong = data.Areas.Except(graph.Areas, StringComparer.Ordinal).Concat(graph.Areas.Except(data.Areas, StringComparer.Ordinal)).FirstOrDefault() ?? "another order";
            throw new ArgumentException($"graph: found other areas than the counts' ({wrong}); expected the same, in the same order.", nameof(graph));
        }

        if (graph.Neighbours.All(ones => ones.Length == 0))
        {
            throw new ArgumentException("graph: found no pair of neighbours; expected one or more: without any there is nothing to learn from neighbours.", nameof(graph));
        }

        int columns = data.Data.Columns.Count;
        if (data.Areas.Count <= columns)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"areas: found {data.Areas.Count}; expected more than the {columns} columns, the intercept included."), nameof(data));
        }
    }

    /// <summary>Equal steps of ln σ over the range that counts, found on a coarse grid.</summary>
    private static double[] SpreadEdges(Func<double, double, Bym2Mode> at, Func<double, double> atMost, double[] shareMasses)
    {
        List<(double Place, double Log)> points = [];
        for (double place = LowestLogSpread; place <= HighestLogSpread; place += CoarseStep)
        {
            double below = atMost(PortableMath.Exp(place - (0.5 * CoarseStep)));
            double mass = atMost(PortableMath.Exp(place + (0.5 * CoarseStep))) - below;
            if (mass > 0)
            {
                points.Add((place, PortableMath.Log(mass) + CoarseLogits.Zip(shareMasses).Where(cell => cell.Second > 0)
                    .Max(cell => at(place, cell.First).LogLikelihood + PortableMath.Log(cell.Second))));
            }
        }

        double top = points.Max(point => point.Log);
        double[] inside = [.. points.Where(point => point.Log > top - Drop).Select(point => point.Place)];
        (double low, double high) = (inside[0] - CoarseStep, inside[^1] + CoarseStep);
        return [.. Enumerable.Range(0, SpreadNodes + 1).Select(edge => low + ((high - low) * edge / SpreadNodes))];
    }

    /// <summary>What the prior gives each step; the first and the last take all that is beyond them.</summary>
    private static double[] Masses(double[] edges, Func<double, double> atMost)
    {
        double[] below = [.. edges.Select(atMost)];
        (below[0], below[^1]) = (0, 1);
        return [.. below.Skip(1).Zip(below, (to, from) => to - from)];
    }

    private static double Logistic(double x) => 1 / (1 + PortableMath.Exp(-x));
}
