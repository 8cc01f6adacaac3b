using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Intervals from cross-validation, without a share of the data held back: the spread of each fold's forecast of the new case about the errors that the
/// fold's fit made on cases it had not seen. Holds a new case at least 1 − 2α of the time, whatever the distribution, for exchangeable cases.
/// Source: Barber, Candès, Ramdas and Tibshirani, "Predictive inference with the jackknife+", Annals of Statistics 49(1), 2021, section 3.
/// </summary>
public static class CvPlus
{
    /// <summary>Returns the interval of a new case.</summary>
    /// <param name="errors">For each known case, the size of the error of the fit without its fold: zero or more.</param>
    /// <param name="folds">For each known case, its fold: a place in <paramref name="forecasts"/>.</param>
    /// <param name="forecasts">For each fold, the new case's forecast by the fit without it.</param>
    /// <param name="level">1 − α, between 0 and 1, exclusive.</param>
    /// <returns>The mean of the forecasts and the bounds: infinite where the cases are too few for the level.</returns>
    /// <exception cref="ArgumentException">Cases and folds do not belong together.</exception>
    public static Interval Interval(IReadOnlyList<double> errors, IReadOnlyList<int> folds, IReadOnlyList<double> forecasts, double level)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(forecasts);
        if (errors.Count == 0 || errors.Count != folds.Count || folds.Any(fold => fold < 0 || fold >= forecasts.Count))
        {
            throw new ArgumentException($"folds: found {folds.Count} for {errors.Count} errors and {forecasts.Count} forecasts; expected a fold for each error, and a forecast for each fold.", nameof(folds));
        }

        double[] low = [.. errors.Select((error, index) => forecasts[folds[index]] - error).Order()];
        double[] high = [.. errors.Select((error, index) => forecasts[folds[index]] + error).Order()];
        int place = (int)Math.Ceiling(level * (errors.Count + 1));
        bool isFew = place > errors.Count;
        return new(forecasts.Average(), isFew ? double.NegativeInfinity : low[errors.Count - place], isFew ? double.PositiveInfinity : high[place - 1]);
    }
}
