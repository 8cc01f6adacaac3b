using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// A Poisson ridge regression that bears missing values: the column's mean stands in for them, and a column of ones and zeros says where they
/// are (Cohen and Cohen, Applied Multiple Regression/Correlation Analysis for the Behavioral Sciences, 1975, chapter 7). Its log rates are held
/// within those of the rows fitted, so that a row far from them does not run off along the exponential.
/// </summary>
internal sealed class RidgePart
{
    /// <summary>The path: from where nothing but the constant is left to where next to nothing is shrunk, by factors of 1.8.</summary>
    private static readonly ElasticNetPenalty Penalty = new() { Mixing = 0, PathLength = 21, LeastShare = 1e-5 };

    private const int MostFolds = 5;

    private readonly double[] _means;
    private readonly bool[] _hasMissing;
    private readonly PenalizedFit fit;
    private readonly double lowest;
    private readonly double highest;

    private RidgePart(double[] means, bool[] hasMissing, PenalizedFit fit, double lowest, double highest) =>
        (_means, _hasMissing, this.fit, this.lowest, this.highest) = (means, hasMissing, fit, lowest, highest);

    /// <summary>Fits with the λ of least error over folds of units.</summary>
    /// <param name="data">The rows, all of a weight above zero, with groups.</param>
    /// <param name="offsets">What is added to each row's log rate, its exposure's logarithm included.</param>
    /// <param name="seed">The seed of the folds.</param>
    /// <exception cref="ArgumentException">There is no such fit.</exception>
    internal static RidgePart Of(TreeData data, double[] offsets, ulong seed)
    {
        int units = data.Groups!.Distinct().Count();
        if (units < 2)
        {
            throw new ArgumentException("units: found one; expected two or more, as the penalty is chosen by leaving some out.", nameof(data));
        }

        double[] means = Array.ConvertAll(data.Values, column => Mean(column, data));
        bool[] hasMissing = Array.ConvertAll(data.Values, column => Array.Exists(column, double.IsNaN));
        double[][] rows = [.. Enumerable.Range(0, data.Rows).Select(row => Known(data.Row(row), means, hasMissing))];
        CountData counts = new([.. rows[0].Select((_, column) => $"column {column}")], rows, data.Targets, offsets: offsets, weights: data.Weights);
        PenalizedFit best = PenalizedCountRegression.CrossValidate(counts, Penalty, Math.Min(MostFolds, units), seed, units: data.Groups).Best;
        double[] links = Array.ConvertAll(rows, row => best.Link(row, 0));
        return Array.TrueForAll(links, double.IsFinite)
            ? new RidgePart(means, hasMissing, best, links.Min(), links.Max())
            : throw new ArgumentException("rows: found a rate that is no number; expected rows that are nearer to one another.", nameof(data));
    }

    /// <summary>The log rate of a row.</summary>
    internal double Link(ReadOnlySpan<double> values)
    {
        double link = fit.Link(Known(values, _means, _hasMissing), 0);

        // A value so far out that its product is no number is at neither end.
        return double.IsNaN(link) ? (lowest + highest) / 2 : Math.Clamp(link, lowest, highest);
    }

    private static double Mean(double[] column, TreeData data)
    {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < column.Length; row++)
        {
            if (!double.IsNaN(column[row]))
            {
                weight += data.Weight(row);
                sum += (column[row] - sum) * (data.Weight(row) / weight);
            }
        }

        return sum;
    }

    // The columns, then one for each column that lacks a value among the rows fitted.
    private static double[] Known(ReadOnlySpan<double> values, double[] means, bool[] hasMissing)
    {
        List<double> known = new(2 * values.Length);
        for (int column = 0; column < values.Length; column++)
        {
            known.Add(double.IsNaN(values[column]) ? means[column] : values[column]);
        }

        for (int column = 0; column < values.Length; column++)
        {
            if (hasMissing[column])
            {
                known.Add(double.IsNaN(values[column]) ? 1 : 0);
            }
        }

        return [.. known];
    }
}
