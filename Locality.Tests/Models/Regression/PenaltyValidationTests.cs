using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Cross-validation: folds keyed by unit, and errors that are those of fits without the rows they are of.</summary>
public sealed class PenaltyValidationTests
{
    private static readonly ElasticNetPenalty Lasso = new() { Mixing = 1, Penalties = [3, 1, 0.3, 0.1, 0.01] };

    [Fact]
    public void Folds_hold_units_whole_differ_by_one_unit_at_most_and_do_not_depend_on_the_order_of_rows()
    {
        int[] units = [.. Enumerable.Range(0, 100).Select(row => row / 3)];
        IReadOnlyList<int> folds = RandomFolds.Of(units, 5, 9);
        Dictionary<int, int> byUnit = [];
        foreach ((int row, int unit) in units.Index())
        {
            Assert.Equal(byUnit.TryGetValue(unit, out int fold) ? fold : folds[row], folds[row]);
            byUnit[unit] = folds[row];
        }

        Assert.All(byUnit.Values.CountBy(fold => fold), pair => Assert.InRange(pair.Value, 6, 7));
        Assert.Equal(folds.Reverse(), RandomFolds.Of([.. units.Reverse()], 5, 9));
        Assert.NotEqual(folds, RandomFolds.Of(units, 5, 10));
        Assert.Contains("expected 2 to 34", Assert.Throws<ArgumentOutOfRangeException>(() => RandomFolds.Of(units, 35, 9)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomFolds.Of(units, 1, 9));
    }

    [Fact]
    public void Errors_are_those_of_fits_without_the_fold()
    {
        (double[][] rows, double[] responses, double[] weights, int[] units) = Drawn(24);
        PenaltyValidation validation = PenalizedLeastSquares.CrossValidate(new LinearData(["a", "b", "c"], rows, responses, weights), Lasso, 4, 5, units);
        IReadOnlyList<int> folds = RandomFolds.Of(units, 4, 5);
        for (int place = 0; place < Lasso.Penalties!.Count; place++)
        {
            double[] losses = new double[4];
            double[] shares = new double[4];
            for (int fold = 0; fold < 4; fold++)
            {
                int[] kept = [.. Enumerable.Range(0, 24).Where(row => folds[row] != fold)];
                PenalizedFit fit = PenalizedLeastSquares.Path(
                    new LinearData(["a", "b", "c"], [.. kept.Select(row => rows[row])], [.. kept.Select(row => responses[row])], [.. kept.Select(row => weights[row])]), Lasso).Fits[place];
                foreach (int row in Enumerable.Range(0, 24).Except(kept))
                {
                    double gap = responses[row] - fit.Predict(rows[row]);
                    losses[fold] += weights[row] * gap * gap;
                    shares[fold] += weights[row];
                }
            }

            double mean = losses.Sum() / shares.Sum();
            double variance = Enumerable.Range(0, 4).Sum(fold => shares[fold] / shares.Sum() * Math.Pow((losses[fold] / shares[fold]) - mean, 2)) / 3;
            Assert.Equal(mean, validation.Errors[place].Mean!.Value, 1e-9);
            Assert.Equal(Math.Sqrt(variance), validation.Errors[place].StandardError!.Value, 1e-9);
        }

        PenaltyError least = validation.Errors.MinBy(error => error.Mean)!;
        Assert.Equal(least.Penalty, validation.Best.Penalty);
        Assert.Equal(validation.Errors.First(error => error.Mean <= least.Mean + least.StandardError).Penalty, validation.Simplest.Penalty);
    }

    [Fact]
    public void Columns_of_chance_are_left_out_and_the_error_is_near_that_of_chance()
    {
        // 400 rows, one column that tells (slope 1) and 19 that do not, errors of variance 1: a fit of the true columns alone is off by 1 + 2/400.
        double[][] rows = [.. Enumerable.Range(0, 400).Select(row => Enumerable.Range(0, 20).Select(_ => 0.0).ToArray())];
        double[] responses = new double[400];
        double chance = 0;
        for (int row = 0; row < 400; row++)
        {
            RandomStream random = PenalizedCases.Stream(4, 4, row);
            rows[row] = [.. rows[row].Select(_ => random.NextNormal())];
            double error = random.NextNormal();
            chance += error * error / 400;
            responses[row] = rows[row][0] + error;
        }

        LinearData data = new(PenalizedCases.Names(20), rows, responses);
        PenaltyValidation validation = PenalizedLeastSquares.CrossValidate(data, new ElasticNetPenalty { Mixing = 1, PathLength = 30 }, 10, 1);
        Assert.InRange(validation.Errors.Min(error => error.Mean!.Value), chance * 0.97, chance * 1.1);
        Assert.InRange(validation.Simplest.NonZero, 1, 4);
        Assert.NotEqual(0, validation.Simplest.Coefficients[1]);
        Assert.True(validation.Simplest.Penalty >= validation.Best.Penalty);
    }

    [Fact]
    public void Counts_are_judged_by_deviance_with_their_exposures()
    {
        CountData data = CountDataSets.Ships();
        ElasticNetPenalty penalty = new() { Penalties = [1, 0.01] };
        PenaltyValidation validation = PenalizedCountRegression.CrossValidate(data, penalty, data.Rows, 3);
        double expected = 0;
        for (int left = 0; left < data.Rows; left++)
        {
            double[] weights = [.. Enumerable.Range(0, data.Rows).Select(row => row == left ? 0.0 : 1)];
            PenalizedFit fit = PenalizedCountRegression.Path(data.WithWeights(weights), penalty).Fits[1];
            double mean = fit.Predict([data.Design[1][left], data.Design[2][left]], offset: data.Offsets[left]);
            double count = data.Counts[left];
            expected += 2 * ((count == 0 ? 0 : count * Math.Log(count / mean)) - count + mean) / data.Rows;
        }

        Assert.Equal(expected, validation.Errors[1].Mean!.Value, 1e-9);
        PenaltyValidation again = PenalizedCountRegression.CrossValidate(data, penalty, data.Rows, 3);
        Assert.Equal(validation.Errors, again.Errors);
    }

    private static (double[][] Rows, double[] Responses, double[] Weights, int[] Units) Drawn(int count)
    {
        List<double[]> rows = [];
        List<double> responses = [];
        for (int row = 0; row < count; row++)
        {
            RandomStream random = PenalizedCases.Stream(6, 5, row);
            rows.Add([random.NextNormal(), random.NextNormal(), random.NextNormal()]);
            responses.Add(1 + (2 * rows[row][0]) - rows[row][1] + random.NextNormal());
        }

        return ([.. rows], [.. responses], [.. rows.Select((_, row) => 1.0 + (row % 4))], [.. rows.Select((_, row) => row / 2)]);
    }
}
