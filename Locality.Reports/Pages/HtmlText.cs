using System.Collections.Immutable;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Writes text that came from anywhere as text of a page.</summary>
internal sealed class HtmlText
{
    private readonly string[] turned;

    /// <summary>Takes the names that sentences hold.</summary>
    internal HtmlText(ImmutableArray<string> names) =>
        turned = [.. names.Select(Encode).Where(name => name.Any(IsRightToLeft)).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Returns the text for an element; a name that is written from right to left stands by itself.</summary>
    internal string Of(string text)
    {
        string encoded = Encode(text);
        return turned.Length == 0 ? encoded : Isolated(encoded);
    }

    /// <summary>Returns the text for an attribute between double quotes.</summary>
    internal static string Attribute(string text) => Encode(text);

    private string Isolated(string encoded)
    {
        StringBuilder marked = new();
        for (int at = 0; at < encoded.Length;)
        {
            string? name = Array.Find(turned, candidate => string.CompareOrdinal(encoded, at, candidate, 0, candidate.Length) == 0);
            marked.Append(name is null ? encoded[at].ToString() : $"<bdi>{name}</bdi>");
            at += name?.Length ?? 1;
        }

        return marked.ToString();
    }

    /// <summary>Escapes what HTML would take for its own. Control characters and marks that turn the direction of writing become a replacement character.</summary>
    private static string Encode(string text)
    {
        StringBuilder encoded = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            encoded.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\n' or '\t' => " ",
                _ when VisibleText.IsHidden(rune) => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return encoded.ToString();
    }

    /// <summary>Tells whether a letter is of a script that is written from right to left: Hebrew, Arabic and their kin.</summary>
    private static bool IsRightToLeft(char letter) => letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or (>= '\uD802' and <= '\uD803') or (>= '\uD83A' and <= '\uD83B');
}
