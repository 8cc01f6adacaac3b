using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>What the parts of a blend predict of each row, fitted without the row's fold.</summary>
internal sealed class LeftOutPredictions
{
    private readonly TreeData data;
    private readonly int[] folds;
    private readonly double[] weights;
    private readonly double[][] _links;

    private LeftOutPredictions(TreeData data, int[] folds, double[] weights, double[][] links) => (this.data, this.folds, this.weights, _links) = (data, folds, weights, links);

    /// <summary>Predicts each row.</summary>
    /// <param name="data">The rows, with groups.</param>
    /// <param name="folds">The fold of each row.</param>
    /// <param name="fits">By fold, the parts fitted without its rows.</param>
    internal static LeftOutPredictions Of(TreeData data, int[] folds, BlendParts[] fits)
    {
        double[][] links = [.. Enumerable.Range(0, BlendParts.Count).Select(_ => new double[data.Rows])];
        for (int row = 0; row < data.Rows; row++)
        {
            double[] values = data.Row(row);
            for (int part = 0; part < links.Length; part++)
            {
                links[part][row] = BlendParts.Offset(data, row) + fits[folds[row]].Link((CountBlendPartKind)part, values);
            }
        }

        return new LeftOutPredictions(data, folds, [.. Enumerable.Range(0, data.Rows).Select(data.Weight)], links);
    }

    /// <summary>The weights of least deviance over all rows.</summary>
    internal double[] Weights() => LogPoolWeights.Of(_links, data.Targets, weights, [.. Enumerable.Range(0, data.Rows)]);

    /// <summary>The mean deviance of a part.</summary>
    internal double Deviance(CountBlendPartKind kind)
    {
        double sum = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            sum += weights[row] * Deviance(row, _links[(int)kind][row]);
        }

        return sum / weights.Sum();
    }

    /// <summary>
    /// The gain on the constant of weights that are chosen without the row's fold, so that no row judges weights that it chose (van der Laan, Polley
    /// and Hubbard, "Super learner", Statistical Applications in Genetics and Molecular Biology 6(1), 2007). Its error is that of a sum over
    /// independent units.
    /// </summary>
    internal CountBlendGain Gain()
    {
        int[] all = [.. Enumerable.Range(0, data.Rows)];
        double[][] chosen = [.. Enumerable.Range(0, folds.Max() + 1).Select(fold => LogPoolWeights.Of(_links, data.Targets, weights, Array.FindAll(all, row => folds[row] != fold)))];
        SortedDictionary<int, double> gains = [];
        foreach (int row in all)
        {
            double pooled = 0;
            for (int part = 0; part < _links.Length; part++)
            {
                pooled += chosen[folds[row]][part] * _links[part][row];
            }

            double gain = weights[row] * (Deviance(row, _links[0][row]) - Deviance(row, pooled));
            gains[data.Groups![row]] = gains.GetValueOrDefault(data.Groups[row]) + gain;
        }

        double weight = weights.Sum();
        double mean = gains.Values.Average();
        double squares = gains.Values.Sum(gain => (gain - mean) * (gain - mean));
        return new CountBlendGain(mean * gains.Count / weight, Math.Sqrt(gains.Count / (gains.Count - 1.0) * squares) / weight);
    }

    private double Deviance(int row, double link) => 2 * CountProbability.HalfDeviance(data.Targets[row], PortableMath.Exp(link));
}
