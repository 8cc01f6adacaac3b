using System.Globalization;

namespace LocalitySim.Reports;

/// <summary>Shortens names for charts, where there is little room; tables have them whole.</summary>
internal static class ShortText
{
    /// <summary>Returns a name of so many letters at most, the last an ellipsis where it was longer. No letter is cut in two.</summary>
    internal static string Of(string name, int most = 48)
    {
        StringInfo letters = new(name);
        return letters.LengthInTextElements <= most ? name : $"{letters.SubstringByTextElements(0, most - 1)}…";
    }
}
