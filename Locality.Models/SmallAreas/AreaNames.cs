using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Checks of lists with one item for each area.</summary>
internal static class AreaNames
{
    /// <summary>Refuses names that are blank or come twice, and a list of none.</summary>
    internal static void Refuse(IReadOnlyList<string> areas, string name)
    {
        if (areas.Count == 0)
        {
            throw new ArgumentException($"{name}: found none; expected one or more.", name);
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string area in areas)
        {
            if (string.IsNullOrWhiteSpace(area) || !seen.Add(area))
            {
                throw new ArgumentException($"{name}: found '{area}'; expected names that are not blank, each once.", name);
            }
        }
    }

    internal static void SameLength(IReadOnlyList<string> areas, int found, string name)
    {
        if (found != areas.Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found}; expected {areas.Count}, one for each area."), name);
        }
    }

    internal static ArgumentException Refusal(string area, string name, double found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"area '{area}', {name}: found {found}; expected {expected}."), name);
}
