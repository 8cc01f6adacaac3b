using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what a forecast makes of a pathway's referrals: per area and month of the forecast year.</summary>
/// <remarks>
/// Level × share of the area × share of the month. Bounds cover the forecast's level and, by area, the elasticity; neither the chance of single
/// referrals nor what an area has of its own. See <see cref="Downscaling.Caveat"/>. Months are shared by the scenario's weekdays and school holidays.
/// </remarks>
public sealed record NeedRates
{
    private const int ShareDraws = 41;
    private const int DaysOfYear = 365;
    private const double LikelyTail = 0.1;
    private const double WideTail = 0.025;

    private NeedRates()
    {
    }

    /// <summary>Gets the pathway's id.</summary>
    public required string Pathway { get; init; }

    /// <summary>Gets the whole year's referrals.</summary>
    public required NeedRate Year { get; init; }

    /// <summary>Gets each month's referrals, of all areas.</summary>
    public required ImmutableArray<NeedRate> Months { get; init; }

    /// <summary>Gets each area's referrals in the year, in the scenario's order; none where the elasticity is not known.</summary>
    public required ImmutableArray<NeedRate> Areas { get; init; }

    /// <summary>Gets each area's referrals in each month; by area, then month.</summary>
    public required ImmutableArray<NeedRate> AreaMonths { get; init; }

    /// <summary>Makes the rates.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="scenario">The scenario: its referrals are of the last year of the data.</param>
    /// <param name="pathway">The pathway's id.</param>
    /// <exception cref="ArgumentException">There is no such pathway, or the forecast holds no referrals.</exception>
    public static NeedRates Of(NeedForecast forecast, Scenario scenario, string pathway)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(scenario);
        Pathway known = scenario.Pathways.FirstOrDefault(item => string.Equals(item.Id, pathway, StringComparison.Ordinal))
            ?? throw new ArgumentException($"pathway: found '{pathway}'; expected one of {string.Join(", ", scenario.Pathways.Select(item => item.Id))}.", nameof(pathway));
        NeedTargetForecast referrals = forecast.Referrals;
        double[] levels = [.. referrals.Factors.Select(factor => factor * known.ReferralsPerYear)];
        double expected = referrals.Likely.Mean / referrals.Last * known.ReferralsPerYear;
        (DateOnly Month, double Share)[] months = Seasons(scenario, known);
        NeedRate Rate(string? area, DateOnly? month, double mean, double[] sorted, double share) => new(area, month, Bounds(mean * share, sorted, share, LikelyTail), Bounds(mean * share, sorted, share, WideTail));
        List<NeedRate> areas = [];
        List<NeedRate> areaMonths = [];
        if (forecast.SharesOf(scenario.Place) is { } shares)
        {
            foreach ((int place, double[] values) in Products(levels, shares).Index())
            {
                string name = scenario.Place.Areas[place].Name;
                double mean = expected * shares.Shares[place].Mean;
                areas.Add(Rate(name, null, mean, values, 1));
                areaMonths.AddRange(months.Select(month => Rate(name, month.Month, mean, values, month.Share)));
            }
        }

        return new NeedRates
        {
            Pathway = pathway,
            Year = Rate(null, null, expected, levels, 1),
            Months = [.. months.Select(month => Rate(null, month.Month, expected, levels, month.Share))],
            Areas = [.. areas],
            AreaMonths = [.. areaMonths],
        };
    }

    // Every level with every elasticity: what one knows of the one says nothing of the other.
    private static double[][] Products(double[] levels, DownscaledShares shares)
    {
        double[][] byDraw = [.. Enumerable.Range(0, ShareDraws).Select(draw => shares.At(shares.Elasticity.Quantile((draw + 0.5) / ShareDraws)))];
        return [.. shares.Areas.Select((_, place) => (double[])[.. byDraw.SelectMany(draw => levels.Select(level => level * draw[place])).Order()])];
    }

    private static Interval Bounds(double mean, double[] sorted, double share, double tail) => new(mean, share * At(sorted, tail), share * At(sorted, 1 - tail));

    private static double At(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Round((share * (sorted.Length + 1)) - 1), 0, sorted.Length - 1)];

    private static (DateOnly Month, double Share)[] Seasons(Scenario scenario, Pathway pathway)
    {
        double[] shape = DemandLevels.Shape(scenario, pathway, new WorkingCalendar(scenario.Calendar, scenario.Start, DaysOfYear), DaysOfYear);
        return [.. shape.Index().GroupBy(day => Month(scenario.Start.AddDays(day.Index))).OrderBy(month => month.Key).Select(month => (month.Key, month.Sum(day => day.Item) / shape.Sum()))];
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}
