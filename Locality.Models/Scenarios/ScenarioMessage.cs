using System.Globalization;
using System.Text;

namespace LocalitySim.Models;

/// <summary>Writes what problems and warnings have in common, so that both read alike.</summary>
internal static class ScenarioMessage
{
    private const int LongestQuote = 60;

    /// <summary>Writes one line: where, found, expected, fix.</summary>
    internal static string Write(string? file, int? line, int? column, string path, string found, string expected, string? fix)
    {
        StringBuilder text = new(file is null ? "" : Plain(file, int.MaxValue));
        if (line is not null && column is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"({line},{column})");
        }

        Separate(text);
        text.Append(path);
        Separate(text);
        text.Append(CultureInfo.InvariantCulture, $"found {found}; expected {expected}");
        if (fix is not null)
        {
            text.Append("; ").Append(fix);
        }

        return text.ToString();

        static void Separate(StringBuilder text)
        {
            if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(": ");
            }
        }
    }

    /// <summary>Puts text from a file in quotes: shortened, and with control characters written out, so that no file can steer a terminal.</summary>
    internal static string Quote(string text) => $"'{Plain(text)}'";

    /// <summary>Shortens text from a file and writes out its control characters.</summary>
    internal static string Plain(string text, int longest = LongestQuote)
    {
        StringBuilder plain = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (plain.Length >= longest)
            {
                return plain.Append('…').ToString();
            }

            if (IsSafe(rune))
            {
                plain.Append(rune);
            }
            else
            {
                plain.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
        }

        return plain.ToString();
    }

    /// <summary>Lists up to eight names, and says how many more there are.</summary>
    internal static string List(IEnumerable<string> names)
    {
        const int Shown = 8;
        string[] all = [.. names];
        string list = string.Join(", ", all.Take(Shown).Select(name => Plain(name)));
        return all.Length > Shown
            ? string.Create(CultureInfo.InvariantCulture, $"{list} and {all.Length - Shown} more")
            : list;
    }

    /// <summary>Writes a number in the invariant culture, to seven decimals.</summary>
    internal static string Number(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);

    private static bool IsSafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned);
}
