using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Holds the errors that forecasts made before, scaled by size, and spreads a new forecast by them: intervals, quantiles and draws that need no
/// distribution to be assumed. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// An error is ln(actual ÷ forecast) over the <see cref="SizeScale"/> of its size. Were old and new errors exchangeable, an interval would hold the new
/// value at least as often as its level says; as the years drift apart, newer errors weigh more. Sources: Vovk, Gammerman and Shafer, Algorithmic
/// Learning in a Random World, 2005 (split conformal); Vovk et al., "Nonparametric predictive distributions based on conformal prediction",
/// Machine Learning 108, 2019; Barber et al., "Conformal prediction beyond exchangeability", Annals of Statistics 51(2), 2023 (weights).
/// </remarks>
public sealed record ConformalErrors
{
    private const double Tolerance = 1e-12;

    private readonly double[] cumulative;

    /// <summary>Takes errors that are scaled already.</summary>
    /// <param name="scale">The scale by size.</param>
    /// <param name="scores">The scaled errors, finite, ten or more.</param>
    /// <param name="weights">How much each counts, above zero, as many; the new forecast counts as much as the heaviest.</param>
    /// <exception cref="ArgumentException">There are too few, or a number is out of range.</exception>
    public ConformalErrors(SizeScale scale, IReadOnlyList<double> scores, IReadOnlyList<double> weights)
    {
        const int Fewest = 10;
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(weights);
        if (scores.Count < Fewest || scores.Count != weights.Count || scores.Any(score => !double.IsFinite(score)) || weights.Any(weight => !(weight > 0 && double.IsFinite(weight))))
        {
            throw new ArgumentException($"scores: found {scores.Count} with {weights.Count} weights; expected ten or more finite scores, and as many weights above zero.", nameof(scores));
        }

        var sorted = scores.Zip(weights).OrderBy(item => item.First).ToArray();
        (Scale, Scores, Weights) = (scale, [.. sorted.Select(item => item.First)], [.. sorted.Select(item => item.Second)]);
        double total = Weights.Sum() + Weights.Max();
        double sum = 0;
        cumulative = [.. Weights.Select(weight => sum += weight / total)];
    }

    /// <summary>Gets the scale by size.</summary>
    public SizeScale Scale { get; }

    /// <summary>Gets the scaled errors, from the lowest.</summary>
    public ImmutableArray<double> Scores { get; }

    /// <summary>Gets how much each counts.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Learns from forecasts whose outcome is known.</summary>
    /// <param name="points">The forecasts; those of zero, and of zero that came, are left out.</param>
    /// <param name="size">The size of each: its expected count.</param>
    /// <param name="origin">The period from which the new forecasts are made.</param>
    /// <param name="decay">What a period of age takes from a weight: above 0, to 1 for none.</param>
    /// <exception cref="ArgumentException">There are fewer than ten.</exception>
    public static ConformalErrors Of(IEnumerable<ForecastPoint> points, Func<ForecastPoint, double> size, int origin, double decay)
    {
        ArgumentNullException.ThrowIfNull(size);
        ForecastPoint[] known = [.. points.Where(point => point is { Forecast: > 0, Actual: > 0 })];
        double[] errors = [.. known.Select(point => PortableMath.Log(point.Actual / point.Forecast))];
        double[] sizes = [.. known.Select(size)];
        SizeScale scale = SizeScale.Fit(errors, sizes);
        return new(scale, [.. errors.Select((error, index) => error / scale.At(sizes[index]))], [.. known.Select(point => PortableMath.Pow(decay, Math.Max(0, origin - point.Period)))]);
    }

    /// <summary>Returns the interval of a level.</summary>
    /// <param name="forecast">The forecast, zero or more.</param>
    /// <param name="size">Its expected count, above zero.</param>
    /// <param name="level">The level, between 0 and 1, exclusive.</param>
    /// <returns>The forecast and its bounds: infinite above and zero below where the errors are too few for the level.</returns>
    public Interval Interval(double forecast, double size, double level)
    {
        double tail = 0.5 * (1 - level);
        double? lower = Lower(tail);
        double? upper = Upper(1 - tail);
        return new(forecast, lower is { } low ? At(forecast, size, low) : 0, upper is { } high ? At(forecast, size, high) : double.PositiveInfinity);
    }

    /// <summary>Returns a quantile of what may come, straight lines between the errors: for draws and summaries. Beyond the outermost errors it stays at them.</summary>
    /// <param name="forecast">The forecast, zero or more.</param>
    /// <param name="size">Its expected count, above zero.</param>
    /// <param name="share">Between 0 and 1, exclusive.</param>
    public double Quantile(double forecast, double size, double share)
    {
        double reach = share * (Weights.Sum() / (Weights.Sum() + Weights.Max()));
        int place = Array.FindIndex(cumulative, value => value >= reach);
        double before = place == 0 ? 0 : cumulative[place - 1];
        double score = place == 0 ? Scores[0] : Scores[place - 1] + ((Scores[place] - Scores[place - 1]) * (reach - before) / (cumulative[place] - before));
        return At(forecast, size, score);
    }

    private double At(double forecast, double size, double score) => forecast * PortableMath.Exp(score * Scale.At(size));

    // The new forecast's own error may lie anywhere: at the top for the upper bound, at the bottom for the lower.
    private double? Upper(double share)
    {
        int place = Array.FindIndex(cumulative, value => value >= share - Tolerance);
        return place < 0 ? null : Scores[place];
    }

    private double? Lower(double share)
    {
        double above = 0;
        double total = Weights.Sum() + Weights.Max();
        for (int place = Scores.Length - 1; place >= 0; place--)
        {
            above += Weights[place] / total;
            if (above >= 1 - share - Tolerance)
            {
                return Scores[place];
            }
        }

        return null;
    }
}
