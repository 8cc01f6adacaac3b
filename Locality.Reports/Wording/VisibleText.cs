using System.Globalization;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Keeps what a text from anywhere cannot show from doing something else.</summary>
internal static class VisibleText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Tells whether a character is a control character, or a mark that turns the direction of writing for what follows (Unicode Standard Annex 9, explicit and implicit marks).</summary>
    internal static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;

    /// <summary>Returns the text with a replacement character for each that is hidden. Line breaks and tabs stay.</summary>
    internal static string Of(string text)
    {
        if (text.All(letter => letter is '\n' or '\t' or (>= ' ' and < '\u007F')))
        {
            return text;
        }

        StringBuilder visible = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is not ('\n' or '\t') && IsHidden(rune))
            {
                visible.Append(Replacement);
            }
            else
            {
                visible.Append(rune);
            }
        }

        return visible.ToString();
    }
}
