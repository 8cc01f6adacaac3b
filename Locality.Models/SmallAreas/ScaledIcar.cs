using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The intrinsic conditional autoregression of a graph, scaled so that it is of one size on every graph: its covariance is the generalised
/// inverse of the graph's Laplacian, over the geometric mean of that inverse's diagonal. The effects of a connected part sum to zero, each
/// part is scaled by itself, and an island has an effect of variance 1.
/// Sources: Besag, York and Mollié, Annals of the Institute of Statistical Mathematics 43, 1991 (the model); Sørbye and Rue, "Scaling
/// intrinsic Gaussian Markov random field priors in spatial modelling", Spatial Statistics 8, 2014 (the scaling); Freni-Sterrantino, Ventrucci
/// and Rue, "A note on intrinsic conditional autoregressive models for disconnected graphs", Spatial and Spatio-temporal Epidemiology 26, 2018
/// (parts and islands).
/// </summary>
internal sealed class ScaledIcar
{
    private ScaledIcar(double[][] covariance, IReadOnlyList<double?> factors) => (Covariance, ScalingFactors) = (covariance, factors);

    /// <summary>Gets the covariance, a row for each area.</summary>
    internal double[][] Covariance { get; }

    /// <summary>Gets, for each connected part, the geometric mean of the unscaled variances; null for an island.</summary>
    internal IReadOnlyList<double?> ScalingFactors { get; }

    internal static ScaledIcar Of(NeighbourGraph graph)
    {
        double[][] covariance = [.. graph.Areas.Select(_ => new double[graph.Areas.Count])];
        List<double?> factors = [];
        foreach (int[] part in graph.Components)
        {
            if (part.Length == 1)
            {
                covariance[part[0]][part[0]] = 1;
                factors.Add(null);
                continue;
            }

            double[][] inverse = GeneralisedInverse(graph, part);
            double factor = PortableMath.Exp(part.Select((_, place) => PortableMath.Log(inverse[place][place])).Sum() / part.Length);
            factors.Add(factor);
            for (int i = 0; i < part.Length; i++)
            {
                for (int j = 0; j < part.Length; j++)
                {
                    covariance[part[i]][part[j]] = inverse[i][j] / factor;
                }
            }
        }

        return new ScaledIcar(covariance, factors);
    }

    /// <summary>(Q + J/m)⁻¹ − J/m, where Q is the Laplacian of a connected part of m areas and J all ones, the null space of Q.</summary>
    private static double[][] GeneralisedInverse(NeighbourGraph graph, int[] part)
    {
        double share = 1.0 / part.Length;
        Dictionary<int, int> places = part.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        double[][] matrix = [.. part.Select(area =>
        {
            double[] row = [.. part.Select(_ => share)];
            row[places[area]] += graph.Neighbours[area].Length;
            foreach (int other in graph.Neighbours[area])
            {
                row[places[other]] -= 1;
            }

            return row;
        })];
        double[][] inverse = CholeskyFactor.Of(matrix)!.Inverse();
        for (int i = 0; i < part.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                inverse[i][j] = inverse[j][i] = (0.5 * (inverse[i][j] + inverse[j][i])) - share;
            }
        }

        return inverse;
    }
}
