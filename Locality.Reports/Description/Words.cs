using System.Globalization;
using System.Text.Json;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Puts quantities, choices and laws into words.</summary>
internal static class Words
{
    internal static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    internal static string Percent(Share share) => $"{Number(share.Value * 100)} %";

    internal static string Of(Days days) => Count(days.Value, "day", "days");

    internal static string Of(WorkingDays days) => Count(days.Value, "working day", "working days");

    internal static string Of(Hours hours) => Count(hours.Value, "hour", "hours");

    internal static string Of(HoursPerWeek hours) => $"{Count(hours.Value, "hour", "hours")} a week";

    internal static string Of(Points points) => Count(points.Value, "point", "points");

    internal static string Of(Fte fte) => $"{Number(fte.Value)} FTE";

    internal static string Of(Pounds pounds) => $"£{Number(pounds.Value)}";

    internal static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Count(double number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    internal static string Choice<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString());

    internal static string Of(Deployment deployment) => deployment switch
    {
        Deployment.Locality => "a team in each locality",
        Deployment.UpperTierArea => "a team in each upper-tier area",
        _ => "one team for the whole authority",
    };

    internal static string Of(StaffingRule rule) => rule switch
    {
        StaffingRule.ByNeed => "by need",
        StaffingRule.ByChildren => "by the number of children",
        StaffingRule.AsToday => "as they are among areas today",
        StaffingRule.Equally => "equally",
        StaffingRule.AsBaseline => "as in the first structure, with the areas that they serve",
        _ => "as listed team by team",
    };

    /// <summary>Names something with its id where the two differ.</summary>
    internal static string Name(string name, string id) => string.Equals(name, id, StringComparison.Ordinal) ? name : $"{name} ({id})";

    /// <summary>Joins words: a, b and c.</summary>
    internal static string List(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length switch
        {
            0 => "none",
            1 => all[0],
            _ => $"{string.Join(", ", all[..^1])} and {all[^1]}",
        };
    }

    /// <summary>Describes a law of duration in calendar days.</summary>
    internal static string Of(Distribution law) => law switch
    {
        ExponentialDistribution => $"exponential with mean {Rounded(law.Mean)} days",
        GammaDistribution gamma => $"gamma with mean {Rounded(law.Mean)} days and shape {Number(gamma.Shape)}",
        LognormalDistribution lognormal => $"lognormal with mean {Rounded(law.Mean)} days and sigma {Number(lognormal.Sigma)}",
        WeibullDistribution weibull => $"Weibull with mean {Rounded(law.Mean)} days and shape {Number(weibull.Shape)}",
        DeterministicDistribution => $"fixed at {Rounded(law.Mean)} days",
        MixtureDistribution => $"a mixture of laws with mean {Rounded(law.Mean)} days and standard deviation {Rounded(Math.Sqrt(law.Variance))} days",
        _ => $"a law with mean {Rounded(law.Mean)} days",
    };

    private static string Rounded(double days) => days.ToString("#,0.#", CultureInfo.InvariantCulture);
}
