using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The chance of each case by a model fitted to units other than its own.
/// Source: Stone, "Cross-validatory choice and assessment of statistical predictions", JRSS B 36(2), 1974.
/// </summary>
public static class CrossValidatedChances
{
    /// <summary>Fits a model to the cases outside of each fold, and forecasts those inside.</summary>
    /// <param name="units">The unit of each case, any number: all cases of a unit go to one fold.</param>
    /// <param name="folds">How many folds, from 2 to the number of units.</param>
    /// <param name="seed">The seed of the folds.</param>
    /// <param name="fit">Fits a model to the rows named, in growing order, and gives what forecasts the chance of any row.</param>
    /// <param name="cancellation">Stops between folds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of folds is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<int> units, int folds, ulong seed, Func<IReadOnlyList<int>, Func<int, double>> fit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(fit);
        IReadOnlyList<int> foldOf = RandomFolds.Of(units, folds, seed);
        double[] chances = new double[units.Count];
        for (int fold = 0; fold < folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            Func<int, double> chance = fit([.. Enumerable.Range(0, units.Count).Where(row => foldOf[row] != fold)]);
            foreach (int row in Enumerable.Range(0, units.Count).Where(row => foldOf[row] == fold))
            {
                chances[row] = chance(row);
            }
        }

        return chances;
    }
}
