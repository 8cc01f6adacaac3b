using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes numbers as a planner reads them: few digits, a true minus sign, an interval in words.</summary>
internal static class NumberText
{
    internal const string NotReached = "not reached";

    /// <summary>Writes a measure's mean with its interval.</summary>
    internal static string Of(MeasureResult result)
    {
        string missing = result.Measure.IsWaitQuantile ? NotReached : "–";
        string mean = result.Mean is { } value ? Number(value, result.Measure) : missing;
        return result.Lower is null && (result.Mean is null || result.Upper is null)
            ? mean
            : $"{mean} ({Bound(result.Lower, result.Measure, missing)} to {Bound(result.Upper, result.Measure, missing)})";
    }

    /// <summary>Writes a difference with its interval.</summary>
    internal static string Of(MeasureDifference difference)
    {
        if (difference.Mean is not { } mean)
        {
            return "–";
        }

        return difference.Lower is { } lower && difference.Upper is { } upper
            ? $"{Signed(mean, difference.Measure)} ({Signed(lower, difference.Measure)} to {Signed(upper, difference.Measure)})"
            : Signed(mean, difference.Measure);
    }

    /// <summary>Writes a difference with its interval, with a digit or two more where an end of a clear one would show zero: one could not see that it is clear.</summary>
    internal static string OfClear(MeasureDifference difference)
    {
        if (difference is not { Mean: { } mean, Lower: { } lower, Upper: { } upper } || (lower <= 0 && upper >= 0))
        {
            return Of(difference);
        }

        int digits = MoreDigits(lower > 0 ? lower : upper, difference.Measure);
        return $"{Signed(mean, difference.Measure, digits)} ({Signed(lower, difference.Measure, digits)} to {Signed(upper, difference.Measure, digits)})";
    }

    /// <summary>Puts a unit behind a number and before its interval: <c>+0.9 days (+0.3 to +1.5)</c>.</summary>
    internal static string WithUnit(string number, string unit)
    {
        int interval = number.IndexOf(" (", StringComparison.Ordinal);
        return interval < 0 ? $"{number} {unit}" : $"{number[..interval]} {unit}{number[interval..]}";
    }

    /// <summary>Writes a whole number.</summary>
    internal static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Tells whether a number is written as zero.</summary>
    internal static bool IsZero(string text) => !text.Any(character => character is >= '1' and <= '9');

    /// <summary>Writes the size of a clear difference, its sign left to the words around it; with a digit or two more where an end would show zero.</summary>
    internal static string Size(MeasureDifference difference)
    {
        double[] ends = [Math.Abs(difference.Lower ?? 0), Math.Abs(difference.Upper ?? 0)];
        int digits = MoreDigits(ends.Min(), difference.Measure);
        return $"{Number(Math.Abs(difference.Mean ?? 0), difference.Measure, digits)} ({Number(ends.Min(), difference.Measure, digits)} to {Number(ends.Max(), difference.Measure, digits)})";
    }

    /// <summary>Returns how many digits more than usual it takes, at most two, until a number does not look like zero.</summary>
    private static int MoreDigits(double value, Measure measure) => value == 0 || !IsZero(Number(value, measure)) ? 0 : IsZero(Number(value, measure, 1)) ? 2 : 1;

    /// <summary>Writes a quantile of futures with its interval.</summary>
    internal static string Of(FutureQuantile? quantile, Measure measure) => quantile is null
        ? "–"
        : quantile is { Lower: null, Upper: null } ? Number(quantile.Value, measure)
        : $"{Number(quantile.Value, measure)} ({Bound(quantile.Lower, measure, "–")} to {Bound(quantile.Upper, measure, "–")})";

    /// <summary>Writes a chance in per cent: no finite number of futures makes one certain.</summary>
    internal static string Chance(double? chance) => chance switch
    {
        >= 0.995 => ">99 %",
        <= 0.005 => "<1 %",
        _ => Percent(chance),
    };

    /// <summary>Tells whether a difference and both ends of its interval are written as zero.</summary>
    internal static bool PrintsAsZero(MeasureDifference difference) =>
        new[] { difference.Mean, difference.Lower, difference.Upper }.All(value => value is null || IsZero(Number(value.Value, difference.Measure)));

    /// <summary>Writes a share in per cent.</summary>
    internal static string Percent(double? share) => share switch
    {
        null => "–",
        > 0 and < 0.01 => "<1 %",
        > 0.99 and < 1 => ">99 %",
        { } value => value.ToString("P0", CultureInfo.InvariantCulture),
    };

    /// <summary>Writes a number, if need be with more digits than is usual for its measure.</summary>
    internal static string Number(double value, Measure measure, int moreDigits = 0)
    {
        string format = FormatOf(measure);
        string finer = moreDigits == 0 ? format : $"{format}{(format.Contains('.', StringComparison.Ordinal) ? "" : ".")}{new string('0', moreDigits)}";
        string text = value.ToString(finer, CultureInfo.InvariantCulture);
        return IsZero(text) ? text.TrimStart('-') : text.Replace('-', '−');
    }

    private static string Signed(double value, Measure measure, int moreDigits = 0)
    {
        string text = Number(value, measure, moreDigits);
        return value > 0 && !IsZero(text) ? $"+{text}" : text;
    }

    private static string Bound(double? value, Measure measure, string missing) => value is { } bound ? Number(bound, measure) : missing;

    private static string FormatOf(Measure measure) => measure.Unit switch
    {
        "" => "0.000",
        "times" => "0.00",
        "£000 a year" => "#,0",
        _ => "#,0.0",
    };
}
