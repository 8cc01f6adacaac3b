using System.Text.RegularExpressions;

namespace LocalitySim.Reports;

/// <summary>Writes text as the cells of a workbook take it.</summary>
internal static partial class SheetText
{
    /// <summary>The most characters that a cell takes. Source: Microsoft, "Excel specifications and limits".</summary>
    internal const int MostCharacters = 32_767;

    /// <summary>Returns clean text that fits and reads back as itself.</summary>
    /// <remarks>In a workbook, <c>_x000D_</c> and the like stand for a character (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19): text that holds such a word has its first underscore written so.</remarks>
    internal static string Of(string raw)
    {
        string text = CellText.Clean(raw);
        if (text.Length > MostCharacters)
        {
            int cut = MostCharacters - 1;
            text = $"{text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)]}…";
        }

        return text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(text, "_x005F_") : text;
    }

    [GeneratedRegex("_(?=[xX][0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
