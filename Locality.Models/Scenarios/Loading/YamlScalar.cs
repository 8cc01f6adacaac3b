using System.Globalization;
using System.Text;

namespace LocalitySim.Models;

/// <summary>Says what a scalar means: the core rules of YAML 1.2 without their surprises.</summary>
/// <remarks>
/// A number is written in digits with at most one full stop and an exponent. Not-a-number, the infinities, hexadecimal, digits grouped by
/// underscores and numbers that begin with a needless zero are text, and so refused where a number is expected.
/// </remarks>
internal static class YamlScalar
{
    private const int LongestNumber = 60;

    /// <summary>Returns the kind of a scalar.</summary>
    /// <param name="text">The scalar's text.</param>
    /// <param name="plain">Whether it stands without quotes.</param>
    internal static SourceKind Classify(string text, bool plain)
    {
        if (!plain)
        {
            return SourceKind.Text;
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => SourceKind.Nothing,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => SourceKind.Flag,
            _ => IsNumber(text) ? SourceKind.Number : SourceKind.Text,
        };
    }

    /// <summary>Returns a number as JSON writes it.</summary>
    internal static string ToJson(string number)
    {
        ReadOnlySpan<char> body = number.AsSpan().TrimStart("+-");
        StringBuilder json = new(number[0] == '-' && body.IndexOfAnyInRange('1', '9') >= 0 ? "-" : "");
        if (body[0] == '.')
        {
            json.Append('0');
        }

        int stop = body.IndexOf('.');
        if (stop >= 0 && (stop == body.Length - 1 || !char.IsAsciiDigit(body[stop + 1])))
        {
            return json.Append(body[..stop]).Append(".0").Append(body[(stop + 1)..]).ToString();
        }

        json.Append(body);

        // A whole number beyond 64 bits is written as a fraction, which JSON readers take as they take any large number.
        bool isWhole = stop < 0 && body.IndexOfAny("eE") < 0;
        return (isWhole && !long.TryParse(body, CultureInfo.InvariantCulture, out _) ? json.Append(".0") : json).ToString();
    }

    /// <summary>Returns whether text that is not a number would be one too large to hold, or is one of the names of what is no number.</summary>
    internal static bool IsBeyondNumbers(string text) =>
        HasNumberForm(text) || text.TrimStart('+', '-', '.').ToUpperInvariant() is "NAN" or "INF" or "INFINITY";

    private static bool IsNumber(string text) =>
        text.Length <= LongestNumber
        && HasNumberForm(text)
        && double.IsFinite(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static bool HasNumberForm(string text)
    {
        ReadOnlySpan<char> rest = text;
        if (rest.Length > 0 && rest[0] is '+' or '-')
        {
            rest = rest[1..];
        }

        int whole = Digits(ref rest);
        if (whole > 1 && text.AsSpan().TrimStart("+-")[0] == '0')
        {
            return false;
        }

        int part = 0;
        if (rest.Length > 0 && rest[0] == '.')
        {
            rest = rest[1..];
            part = Digits(ref rest);
        }

        if (whole + part == 0)
        {
            return false;
        }

        if (rest.Length > 0 && rest[0] is 'e' or 'E')
        {
            rest = rest[1..];
            if (rest.Length > 0 && rest[0] is '+' or '-')
            {
                rest = rest[1..];
            }

            return Digits(ref rest) > 0 && rest.Length == 0;
        }

        return rest.Length == 0;
    }

    private static int Digits(ref ReadOnlySpan<char> rest)
    {
        int count = rest.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? rest.Length : count;
        rest = rest[count..];
        return count;
    }
}
