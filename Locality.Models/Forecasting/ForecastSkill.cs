using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says how much better forecasts were than persistence, and whether that may be chance.</summary>
public sealed record ForecastSkill
{
    private ForecastSkill()
    {
    }

    /// <summary>Gets the root of the mean squared error, in the series' unit.</summary>
    public required double Rmse { get; init; }

    /// <summary>Gets the same of persistence.</summary>
    public required double PersistenceRmse { get; init; }

    /// <summary>Gets 1 − mean squared error over persistence's: 0 is no better, below 0 worse.</summary>
    public double Skill => PersistenceRmse > 0 ? 1 - (Rmse * Rmse / (PersistenceRmse * PersistenceRmse)) : 0;

    /// <summary>
    /// Gets by how much the mean squared error is below persistence's, with its interval. A unit's forecasts are not independent, so the spread is taken
    /// between units, not between forecasts (Liang and Zeger, Biometrika 73(1), 1986). Source of the comparison: Diebold and Mariano, "Comparing predictive accuracy", Journal of Business and Economic
    /// Statistics 13(3), 1995, with units in the place of times.
    /// </summary>
    public required Interval Gain { get; init; }

    /// <summary>Gets the one-sided p-value of no gain, from Student's t over units.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets how many forecasts there were.</summary>
    public required int Count { get; init; }

    /// <summary>Compares forecasts with persistence.</summary>
    /// <param name="points">The forecasts, of two units or more.</param>
    /// <exception cref="ArgumentException">There are fewer than two units.</exception>
    public static ForecastSkill Of(ImmutableArray<ForecastPoint> points)
    {
        var units = points.GroupBy(point => point.Unit).OrderBy(unit => unit.Key).Select(unit => unit.Select(point => Square(point.Actual - point.Last) - Square(point.Actual - point.Forecast)).ToArray()).ToArray();
        if (units.Length < 2)
        {
            throw new ArgumentException($"points: found those of {units.Length} units; expected two units or more.", nameof(points));
        }

        // Sums of each unit about the mean of all forecasts: with their spread, the error of that mean is right though a unit's forecasts go together.
        double mean = units.Sum(unit => unit.Sum()) / points.Length;
        double[] gains = [.. units.Select(unit => mean + (unit.Sum(gain => gain - mean) * units.Length / points.Length))];
        PairedDifference gain = PairedDifference.Of(new double[gains.Length], gains);
        return new ForecastSkill
        {
            Rmse = RootMeanSquare(points),
            PersistenceRmse = Math.Sqrt(points.Average(point => Square(point.Actual - point.Last))),
            Gain = gain.Mean,
            PValue = gain.ProbabilityBelowZero,
            Count = points.Length,
        };
    }

    /// <summary>Returns the root of the mean squared error.</summary>
    /// <param name="points">The forecasts, one or more.</param>
    internal static double RootMeanSquare(ImmutableArray<ForecastPoint> points) => Math.Sqrt(points.Average(point => Square(point.Actual - point.Forecast)));

    private static double Square(double value) => value * value;
}
