using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Whether chances are what they say: the logistic regression of what came on the chances' log odds. Cases are taken as independent.
/// Sources: Cox, "Two further applications of a model for binary regression", Biometrika 45(3/4), 1958; Miller, Hui and Tierney, "Validation
/// techniques for logistic regression models", Statistics in Medicine 10(8), 1991 (the test of both at once).
/// </summary>
/// <param name="InTheLarge">What must be added to all log odds for the events forecast to be those observed: 0 is right, above it more came than was forecast. Null where no finite number does.</param>
/// <param name="Slope">By what log odds must be multiplied: 1 is right, below it chances were too far apart. Null where no finite number is best, as with one chance for all.</param>
/// <param name="Intercept">What must be added then; null with the slope.</param>
/// <param name="Statistic">Twice the log-likelihood that both gain; null where they have no finite best.</param>
/// <param name="PValue">The probability of as much or more if the chances were right: chi-squared of two degrees of freedom; null with the statistic.</param>
public sealed record CoxCalibration(Interval? InTheLarge, Interval? Slope, Interval? Intercept, double? Statistic, double? PValue)
{
    /// <summary>Judges forecasts.</summary>
    /// <param name="forecasts">The forecasts: chances above 0 and under 1.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">A chance is 0 or 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static CoxCalibration Of(EventForecasts forecasts, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        double[] links = new double[forecasts.Count];
        for (int row = 0; row < links.Length; row++)
        {
            double chance = forecasts.Chances[row];
            links[row] = chance is > 0 and < 1
                ? PortableMath.Log(chance) - PortableMath.Log1p(-chance)
                : throw DesignRows.Refusal("chances", row, chance, "a chance above 0 and under 1, for its log odds are not finite");
        }

        double z = TailProbability.NormalPoint(0.5 + (0.5 * level));
        double[] ones = Array.ConvertAll(links, _ => 1.0);
        LogisticProblem shift = new([ones], forecasts.Outcomes, links, [0]);
        LogisticState? shifted = shift.Solve().Best;
        LogisticProblem both = new([ones, links], forecasts.Outcomes, null, [0, 0]);
        LogisticState? best = forecasts.Events > 0 && forecasts.Events < forecasts.Count && ThinQr.Of(both.Design) is not null ? both.Solve().Best : null;
        double? statistic = best is null ? null : Math.Max(0, new LogisticState(both, [0, 1]).Deviance - best.Deviance);
        return new CoxCalibration(
            IntervalOf(shifted, 0, z),
            IntervalOf(best, 1, z),
            IntervalOf(best, 0, z),
            statistic,
            statistic is { } known ? TailProbability.ChiSquared(known, 2) : null);
    }

    private static Interval? IntervalOf(LogisticState? state, int place, double z)
    {
        if (state?.Factors() is not { } factors)
        {
            return null;
        }

        double half = z * Math.Sqrt(LogisticRegression.CovarianceOf(factors, state.Coefficients.Length)[place][place]);
        double value = state.Coefficients[place];
        return new Interval(value, value - half, value + half);
    }
}
