using System.Globalization;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Makes text from anywhere safe to hold in a cell of a file.</summary>
internal static class CellText
{
    private const char Replacement = '\uFFFD';

    // A spreadsheet takes a text for a formula if it begins with one of these (OWASP, "CSV Injection": https://owasp.org/www-community/attacks/CSV_Injection).
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";
    private const string Quotes = "\"'“”‘’«»";

    /// <summary>Returns the text with every character that files or programs stumble over made visible: control characters but tab and line break, and halves of characters.</summary>
    /// <remarks>Line breaks of every system are one line feed. What is left is legal in XML 1.0 (Char, production 2) and in UTF-8.</remarks>
    internal static string Clean(string text)
    {
        if (text.All(letter => letter is >= ' ' and < '\u007F'))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // Half a character already comes as the replacement.
            bool isBad = (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n')) || (rune.Value & 0xFFFE) == 0xFFFE;
            if (isBad)
            {
                clean.Append(Replacement);
            }
            else
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>Tells whether a spreadsheet might take a text for a formula: by its first character, also one after spaces, quotes or invisible ones.</summary>
    internal static bool MayBeFormula(string text)
    {
        foreach (char letter in text)
        {
            if (FormulaStarts.Contains(letter, StringComparison.Ordinal))
            {
                return true;
            }

            bool isSkipped = char.IsWhiteSpace(letter) || Quotes.Contains(letter, StringComparison.Ordinal) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
            if (!isSkipped)
            {
                return false;
            }
        }

        return false;
    }
}
