using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Rows to blend predictions of: published ones, and ones of a known law; and the blend judged on folds that it has not seen.</summary>
internal static class BlendCases
{
    /// <summary>What one can ask for by name.</summary>
    internal static TreeData Of(string name) => name switch
    {
        "quine" => Rows(CountDataSets.Quine()),
        "warpbreaks" => Rows(CountDataSets.Warpbreaks()),
        "insect sprays" => Rows(CountDataSets.InsectSprays().Data),
        "ships" => Rows(CountDataSets.Ships()),
        "doctors" => Rows(PublishedCounts.Doctors(hasExposure: true)),
        "children" => Rows(PublishedCounts.Children()),
        "executions" => Rows(PublishedCounts.Executions()),
        "committees" => Rows(PublishedCounts.Committees()),
        "dobson" => Rows(CountDataSets.Dobson()),
        "noise" => BoostingDraws.Data(200, 5, 401, _ => 3),
        "overdispersed noise" => BoostingDraws.Data(200, 5, 402, _ => 3, dispersion: 1),
        "linear" => BoostingDraws.Data(200, 4, 403, row => PortableMath.Exp((1.5 * row[0]) - row[1])),
        "step and interaction" => BoostingDraws.Data(600, 4, 404, row => (row[0] > 0.5 != row[1] > 0.5 ? 4 : 1) * (row[2] > 0.7 ? 2 : 1)),
        "irrelevant columns" => BoostingDraws.Data(150, 20, 405, row => PortableMath.Exp((1.5 * row[0]) - row[1])),
        "overdispersed" => BoostingDraws.Data(300, 4, 406, row => 3 * PortableMath.Exp((1.5 * row[0]) - row[1]), dispersion: 1.5),
        "few rows" => BoostingDraws.Data(30, 2, 407, row => 2 * PortableMath.Exp(1.5 * row[0])),
        "few rows of noise" => BoostingDraws.Data(30, 2, 408, _ => 2),
        "many zeros" => ManyZeros(),
        "exposures" => Exposures(),
        "missing" => BoostingDraws.Data(300, 3, 411, row => double.IsNaN(row[0]) ? 6 : 4 * PortableMath.Exp(-2 * row[0]), missing: 0.3),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "name: expected one of the cases."),
    };

    /// <summary>The mean deviance of the blend and of each part, each row predicted without its fold of five.</summary>
    internal static (double Blend, double[] Parts, string Choices) LeftOut(TreeData data, ulong seed)
    {
        int[] rows = [.. Enumerable.Range(0, data.Rows)];
        IReadOnlyList<int> folds = RandomFolds.Of(data.Groups ?? rows, 5, seed);
        CountBlendPartKind[] kinds = Enum.GetValues<CountBlendPartKind>();
        double blend = 0;
        double[] parts = new double[kinds.Length];
        List<string> choices = [];
        for (int fold = 0; fold < 5; fold++)
        {
            CountBlendFit fit = Fit(data.Part(Array.FindAll(rows, row => folds[row] != fold)));
            choices.Add(fit.Choice == CountBlendChoice.LeastDeviance ? string.Join('/', fit.Parts.Select(part => part.Weight.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))) : fit.Choice.ToString());
            foreach (int row in rows.Where(row => folds[row] == fold))
            {
                double[] values = data.Row(row);
                double exposure = data.Exposures?[row] ?? 1;
                double offset = data.Offsets?[row] ?? 0;
                blend += 2 * CountProbability.HalfDeviance(data.Targets[row], fit.Predict(values, exposure, offset)) / rows.Length;
                foreach (CountBlendPartKind kind in kinds)
                {
                    parts[(int)kind] += 2 * CountProbability.HalfDeviance(data.Targets[row], fit.PredictBy(kind, values, exposure, offset)) / rows.Length;
                }
            }
        }

        return (blend, parts, string.Join(' ', choices));
    }

    internal static CountBlendFit Fit(TreeData data, ulong seed = 0, int? folds = null, int? threads = null, IProgress<CountBlendProgress>? progress = null) =>
        CountBlend.Fit(data, seed, folds, threads, progress, TestContext.Current.CancellationToken);

    private static TreeData Rows(CountData data)
    {
        int ones = data.HasIntercept ? 1 : 0;
        return new TreeData([.. data.Columns.Skip(ones)], [.. data.Design.Skip(ones)], data.Counts, offsets: data.Offsets, weights: data.Weights);
    }

    // A row counts nothing with chance 1/2, whatever its columns.
    private static TreeData ManyZeros()
    {
        double[][] values = BoostingDraws.Values(300, 3, 409);
        double[] counts = BoostingDraws.Counts(values, 409, row => 4 * PortableMath.Exp((1.5 * row[0]) - row[1]));
        return new TreeData(BoostingDraws.Names(3), values, [.. counts.Select((count, row) => BoostingDraws.Stream(3, 409, row).NextUniform() < 0.5 ? 0 : count)]);
    }

    // From 1 to 10,000, evenly on the logarithmic scale.
    private static TreeData Exposures()
    {
        double[][] values = BoostingDraws.Values(300, 3, 410);
        double[] exposures = [.. values[0].Select((_, row) => PortableMath.Exp(PortableMath.Log(1e4) * BoostingDraws.Stream(4, 410, row).NextUniform()))];
        return new TreeData(BoostingDraws.Names(3), values, BoostingDraws.Counts(values, 410, row => 0.05 * PortableMath.Exp((1.5 * row[0]) - row[1]), exposures: exposures), exposures);
    }
}
