using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The mean squared error of chances, and its parts over bins of about equal numbers of cases: score = reliability − resolution + uncertainty
/// + within bins. Sources: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78(1), 1950; Murphy, "A
/// new vector partition of the probability score", Journal of Applied Meteorology 12(4), 1973; Stephenson, Coelho and Jolliffe, "Two extra components in
/// the Brier score decomposition", Weather and Forecasting 23(4), 2008 (what bins hide).
/// </summary>
/// <param name="Score">The mean of (chance − outcome)², from 0 to 1, less is better, with the interval for cases like these.</param>
/// <param name="Reliability">How far bins' shares of events are from their mean chances: less is better. Chance alone makes it more than zero. It has no interval.</param>
/// <param name="Resolution">How far bins' shares are from one another: more is better. Chance alone makes it more than zero. It has no interval.</param>
/// <param name="Uncertainty">The score of forecasting the share of events for all.</param>
/// <param name="WithinBins">What is left by chances that differ within a bin: their variance less twice their covariance with the outcomes.</param>
public sealed record BrierScore(Interval Score, double Reliability, double Resolution, double Uncertainty, double WithinBins)
{
    /// <summary>Scores forecasts.</summary>
    /// <param name="forecasts">The forecasts.</param>
    /// <param name="bins">The most bins: above zero.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of bins or the level is out of range.</exception>
    public static BrierScore Of(EventForecasts forecasts, int bins = 10, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        double share = (double)forecasts.Events / forecasts.Count;
        (double reliability, double resolution, double within) = (0, 0, 0);
        foreach (int[] rows in ReliabilityCurve.Rows(forecasts, bins))
        {
            double mean = rows.Average(row => forecasts.Chances[row]);
            double observed = rows.Average(row => forecasts.Outcomes[row] ? 1.0 : 0);
            reliability += rows.Length * (mean - observed) * (mean - observed);
            resolution += rows.Length * (observed - share) * (observed - share);
            within += rows.Sum(row => (forecasts.Chances[row] - mean) * (forecasts.Chances[row] - mean - (2 * ((forecasts.Outcomes[row] ? 1 : 0) - observed))));
        }

        return new BrierScore(
            ClusteredMean.Of(Losses(forecasts), forecasts.Units, level),
            reliability / forecasts.Count,
            resolution / forecasts.Count,
            share * (1 - share),
            within / forecasts.Count);
    }

    /// <summary>Returns by how much one forecast's score is more than another's, case by case: below zero where the one is better.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other, of the same cases.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">They are of other cases.</exception>
    public static Interval Difference(EventForecasts one, EventForecasts other, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        one.RequireSame(other);
        return ClusteredMean.Of([.. Losses(one).Zip(Losses(other), (mine, theirs) => mine - theirs)], one.Units, level);
    }

    private static double[] Losses(EventForecasts forecasts) =>
        [.. forecasts.Chances.Zip(forecasts.Outcomes, (chance, outcome) => outcome ? (1 - chance) * (1 - chance) : chance * chance)];
}
