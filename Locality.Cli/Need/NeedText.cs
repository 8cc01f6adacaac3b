using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Writes what the tables on need have in common.</summary>
internal static class NeedText
{
    internal const string Validity = "Forecasts are tested on whole authorities. Nothing published shows how need falls within one.";

    /// <summary>Writes a rate per 10,000 children.</summary>
    internal static string Rate(double rate) => rate.ToString(Math.Abs(rate) < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    /// <summary>Writes the bounds of an interval.</summary>
    internal static string Bounds(Interval interval, Func<double, string> number) => $"{number(interval.Lower)} to {(double.IsFinite(interval.Upper) ? number(interval.Upper) : "?")}";

    internal static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Writes a change of the logarithm as a percentage.</summary>
    internal static string Change(double logarithm)
    {
        double percent = 100 * (PortableMath.Exp(logarithm) - 1);
        return percent.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
    }

    internal static string PValue(double value) => value < 0.001 ? "under .001" : value.ToString(".000", CultureInfo.InvariantCulture);

    /// <summary>Writes years as a list or, where they follow one another, a span.</summary>
    internal static string Years(IReadOnlyList<int> years) => years.Count > 2 && years[^1] - years[0] == years.Count - 1
        ? string.Create(CultureInfo.InvariantCulture, $"{years[0]} to {years[^1]}")
        : string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Names the authorities that are left out.</summary>
    internal static string LeftOut(NeedData data, IEnumerable<string> codes)
    {
        string[] names = [.. codes.Select(code => data.Authorities.FirstOrDefault(authority => string.Equals(authority.Code, code, StringComparison.Ordinal))?.Name ?? code)];
        return names.Length == 0 ? "No authority is left out." : $"Left out: {string.Join(", ", names)}.";
    }

    /// <summary>Says in a sentence whether forecasts beat persistence.</summary>
    internal static string Verdict(NeedTargetBacktest target) => target.Skill switch
    {
        { Gain.Lower: > 0 } => "clearly better",
        { Gain.Upper: < 0 } => "clearly worse",
        _ => "no clear difference",
    };

    /// <summary>Names the parts of a blend.</summary>
    internal static string Model(NeedTargetBacktest target)
    {
        string[] parts = [.. target.Methods.Where(method => method.IsPart).Select(method => method.Penalty is { } penalty ? string.Create(CultureInfo.InvariantCulture, $"{method.Name} (λ {penalty:0.##})") : method.Name)];
        return parts.Length == 0 ? "same as last year" : $"blend of {string.Join(" + ", parts)}";
    }
}
