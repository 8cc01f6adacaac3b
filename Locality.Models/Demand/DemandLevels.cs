using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Gives the factor on all demand for each day of a run: weekday, school holidays, and the authority's drift.</summary>
internal static class DemandLevels
{
    /// <summary>The days of a month of drift: a twelfth of a year.</summary>
    internal const double MonthDays = 365.25 / 12;

    private const int MonthsOfYear = 12;

    /// <summary>The name of the source whose referrals fall in the school holidays.</summary>
    private const string SchoolSource = "school";

    /// <summary>Returns the factor by weekday and school holiday for each day, with mean 1 over the days.</summary>
    /// <remarks>A bank holiday counts as a Sunday: the emergency duty team takes what comes.</remarks>
    internal static double[] Shape(Scenario scenario, Pathway pathway, WorkingCalendar calendar, int days)
    {
        DemandRules rules = scenario.Demand;
        double share = pathway.Sources.IsEmpty
            ? rules.FromSchools.Value
            : pathway.Sources.Where(source => string.Equals(source.Name, SchoolSource, StringComparison.Ordinal)).Sum(source => source.Share.Value);
        double inHolidays = 1 - share + (share * rules.SchoolHolidayFactor.Value);
        double[] shape = new double[days];
        for (int day = 0; day < days; day++)
        {
            DateOnly date = scenario.Start.AddDays(day);
            int weekday = calendar.IsOpen(day) || date.DayOfWeek is DayOfWeek.Saturday ? ((int)date.DayOfWeek + 6) % 7 : 6;
            bool closed = scenario.Calendar.SchoolHolidays.Any(span => span.From <= date && date <= span.To);
            shape[day] = rules.Weekday[weekday] * (closed ? inHolidays : 1);
        }

        double mean = shape.Length == 0 ? 1 : shape.Average();
        return mean > 0 ? [.. shape.Select(factor => factor / mean)] : shape;
    }

    /// <summary>Returns the drift's factor for each month: exp of an Ornstein–Uhlenbeck path that starts at today's level, on the first day or years after it, with mean 1.</summary>
    /// <remarks>
    /// With φ = 1 + 2 × the lag-1 correlation of yearly changes, and s² = (yearly sd)² ÷ 2(1 − φ), the log level a month on is
    /// φ^(1/12) of what it was plus a normal draw of variance s²(1 − φ^(1/6)).
    /// </remarks>
    internal static double[] Drift(DriftRules? rules, RandomStream random, int months)
    {
        double[] factors = new double[months];
        if (rules is null || rules.YearlyChangeSd == 0)
        {
            Array.Fill(factors, 1);
            return factors;
        }

        double yearly = 1 + (2 * rules.ChangeCorrelation);
        double variance = rules.YearlyChangeSd * rules.YearlyChangeSd / (2 * (1 - yearly));
        double monthly = PortableMath.Pow(yearly, 1.0 / 12);
        double stepSd = Math.Sqrt(variance * (1 - (monthly * monthly)));
        double log = 0;
        double logVariance = 0;
        for (int month = 0; month < months; month++)
        {
            factors[month] = PortableMath.Exp(log - (logVariance / 2));
            if (month + 1 < Math.Round(rules.StartsAfterYears * MonthsOfYear))
            {
                continue;
            }

            log = (monthly * log) + (stepSd * random.NextNormal());
            logVariance = (monthly * monthly * logVariance) + (stepSd * stepSd);
        }

        return factors;
    }
}
