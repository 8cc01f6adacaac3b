using System.Globalization;

namespace LocalitySim.Models;

/// <summary>
/// Makes forecasts of areas add up to that of their total. Each method takes one forecast: reconcile draws one by one, and the spread of what
/// comes out is that of forecasts which add up. The total that is returned is the areas' sum, added up in their order. Thread-safe.
/// Sources: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, chapter 11 (bottom-up, top-down);
/// Wickramasuriya, Athanasopoulos and Hyndman, "Optimal forecast reconciliation for hierarchical and grouped time series through trace
/// minimization", JASA 114(526), 2019, theorem 1 and, for the form that is used here, section 2.3.
/// </summary>
/// <remarks>Weighted least squares and minimum trace may leave an area below zero where the areas' sum is far above the total; nothing is cut off, so see to it where counts are meant.</remarks>
public static class HierarchicalReconciliation
{
    /// <summary>Keeps the areas; the total is their sum.</summary>
    /// <param name="forecast">The forecast, finite.</param>
    /// <exception cref="ArgumentException">There is no area, or a number is not finite.</exception>
    public static HierarchicalForecast BottomUp(HierarchicalForecast forecast)
    {
        Check(forecast);
        return new HierarchicalForecast(forecast.Areas.Sum(), forecast.Areas);
    }

    /// <summary>Keeps the total and splits it.</summary>
    /// <param name="forecast">The forecast, finite.</param>
    /// <param name="proportions">Each area's share, zero or more, not all zero; they are taken over their sum. Absent means the areas' forecasts, which must then be zero or more (forecast proportions).</param>
    /// <exception cref="ArgumentException">There is no area, a number is not finite, or the proportions are not as expected. The message says which.</exception>
    public static HierarchicalForecast TopDown(HierarchicalForecast forecast, IReadOnlyList<double>? proportions = null)
    {
        Check(forecast);
        IReadOnlyList<double> parts = proportions ?? forecast.Areas;
        SameLength(forecast, parts.Count, nameof(proportions));
        for (int place = 0; place < parts.Count; place++)
        {
            if (!(parts[place] >= 0 && double.IsFinite(parts[place])))
            {
                throw Refusal(nameof(proportions), place, parts[place], "a finite number, zero or more");
            }
        }

        double whole = parts.Sum();
        if (!(whole > 0 && double.IsFinite(whole)))
        {
            throw new ArgumentException("proportions: found zeros alone, or a sum that is not finite; expected one above zero.", nameof(proportions));
        }

        return Of(Summing.To(forecast.Total, [.. parts.Select(part => forecast.Total * (part / whole))]));
    }

    /// <summary>
    /// Changes total and areas by as little as possible, each weighed by its error's variance: an area takes its variance over the sum of all,
    /// the total's included, of what is missing. That is minimum trace with errors that do not go together (Wickramasuriya and others 2019, section 2.4).
    /// </summary>
    /// <param name="forecast">The forecast, finite.</param>
    /// <param name="totalVariance">The variance of the total's error, zero or more; 0 keeps the total.</param>
    /// <param name="areaVariances">The variances of the areas' errors, zero or more; not all zero, with the total's.</param>
    /// <exception cref="ArgumentException">There is no area, a number is not finite, or the variances are not as expected. The message says which.</exception>
    public static HierarchicalForecast WeightedLeastSquares(HierarchicalForecast forecast, double totalVariance, IReadOnlyList<double> areaVariances)
    {
        Check(forecast);
        ArgumentNullException.ThrowIfNull(areaVariances);
        SameLength(forecast, areaVariances.Count, nameof(areaVariances));
        double[][] covariance = [.. Enumerable.Range(0, areaVariances.Count + 1).Select(row => new double[areaVariances.Count + 1])];
        covariance[0][0] = totalVariance;
        for (int place = 0; place < areaVariances.Count; place++)
        {
            covariance[place + 1][place + 1] = areaVariances[place];
        }

        return MinimumTrace(forecast, covariance);
    }

    /// <summary>
    /// The unbiased combination of all forecasts whose errors, of total and areas, have the least sum of variances: ỹ = ŷ − W u (uᵀŷ)/(uᵀWu), with
    /// u = (1, −1, …, −1), the same as S (SᵀW⁻¹S)⁻¹ SᵀW⁻¹ ŷ.
    /// </summary>
    /// <param name="forecast">The forecast, finite; unbiased, or what comes out is not.</param>
    /// <param name="covariance">W: the covariance of the forecasts' errors, the total first and then the areas; finite, symmetric, with no variance below zero.</param>
    /// <exception cref="ArgumentException">There is no area, a number is not finite, the covariance is not as expected, or it says that total and areas err by the same. The message says which.</exception>
    public static HierarchicalForecast MinimumTrace(HierarchicalForecast forecast, IReadOnlyList<IReadOnlyList<double>> covariance)
    {
        Check(forecast);
        ArgumentNullException.ThrowIfNull(covariance);
        int count = forecast.Areas.Count + 1;
        if (covariance.Count != count || covariance.Any(row => row?.Count != count))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"covariance: found {covariance.Count} rows, or rows of other lengths; expected {count} of {count} numbers, the total first."), nameof(covariance));
        }

        double[] moves = new double[count];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < count; column++)
            {
                double value = covariance[row][column];
                if (!double.IsFinite(value) || (row == column && value < 0) || Math.Abs(value - covariance[column][row]) > 1e-9 * Math.Abs(value))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"covariance[{row}][{column}]: found {value}; expected finite numbers, the same on both sides of the diagonal, and none below zero on it."), nameof(covariance));
                }

                moves[row] += column == 0 ? value : -value;
            }
        }

        double variance = moves[0] - moves.Skip(1).Sum();
        if (!(variance > 1e-14 * covariance.Select((row, place) => row[place]).Sum()))
        {
            throw new ArgumentException("covariance: found a total less areas without variance; expected errors of which one at least is not known from the others.", nameof(covariance));
        }

        double gap = forecast.Discrepancy;
        return Of([.. forecast.Areas.Select((value, place) => value - (moves[place + 1] * gap / variance))]);
    }

    /// <summary>Reconciles draws one by one.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="method">The method, such as <c>draw => HierarchicalReconciliation.TopDown(draw)</c>.</param>
    public static IReadOnlyList<HierarchicalForecast> DrawByDraw(IReadOnlyList<HierarchicalForecast> draws, Func<HierarchicalForecast, HierarchicalForecast> method)
    {
        ArgumentNullException.ThrowIfNull(draws);
        ArgumentNullException.ThrowIfNull(method);
        return [.. draws.Select(method)];
    }

    private static HierarchicalForecast Of(double[] areas) => new(areas.Sum(), areas);

    private static void Check(HierarchicalForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.Areas.Count == 0)
        {
            throw new ArgumentException("areas: found none; expected one or more.", nameof(forecast));
        }

        if (!double.IsFinite(forecast.Total))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"total: found {forecast.Total}; expected a finite number."), nameof(forecast));
        }

        for (int place = 0; place < forecast.Areas.Count; place++)
        {
            if (!double.IsFinite(forecast.Areas[place]))
            {
                throw Refusal("areas", place, forecast.Areas[place], "a finite number");
            }
        }
    }

    private static void SameLength(HierarchicalForecast forecast, int found, string name)
    {
        if (found != forecast.Areas.Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found}; expected {forecast.Areas.Count}, one for each area."), name);
        }
    }

    private static ArgumentException Refusal(string name, int place, double found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}[{place}]: found {found}; expected {expected}."), name);
}
