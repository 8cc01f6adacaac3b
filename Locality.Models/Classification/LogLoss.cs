using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The mean of −ln of the chance given to what came: less is better. Source: Good, "Rational decisions", JRSS B 14(1), 1952.
/// </summary>
public static class LogLoss
{
    /// <summary>Returns the mean with the interval for cases like these.</summary>
    /// <param name="forecasts">The forecasts: no chance of 0 of what came.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">A chance of 0 was given to what came.</exception>
    public static Interval Of(EventForecasts forecasts, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        return ClusteredMean.Of(Losses(forecasts), forecasts.Units, level);
    }

    /// <summary>Returns by how much one forecast's loss is more than another's, case by case: below zero where the one is better.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other, of the same cases.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">They are of other cases, or a chance of 0 was given to what came.</exception>
    public static Interval Difference(EventForecasts one, EventForecasts other, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        one.RequireSame(other);
        return ClusteredMean.Of([.. Losses(one).Zip(Losses(other), (mine, theirs) => mine - theirs)], one.Units, level);
    }

    private static double[] Losses(EventForecasts forecasts)
    {
        double[] losses = new double[forecasts.Count];
        for (int row = 0; row < losses.Length; row++)
        {
            double given = forecasts.Outcomes[row] ? forecasts.Chances[row] : 1 - forecasts.Chances[row];
            losses[row] = given > 0 ? -PortableMath.Log(given) : throw DesignRows.Refusal("chances", row, forecasts.Chances[row], "a chance above 0 of what came, for its logarithm is not finite");
        }

        return losses;
    }
}
