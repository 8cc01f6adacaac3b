using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Names the months of a breakdown, and marks those in which structures change.</summary>
internal static class Months
{
    /// <summary>The fewest months that make a line.</summary>
    internal const int Fewest = 3;

    private const int HalfMonth = 15;

    /// <summary>How often a month is named on an axis.</summary>
    internal const int NamedEvery = 3;

    internal static DateOnly DateOf(Breakdown month) => DateOnly.ParseExact(month.Level, "O", CultureInfo.InvariantCulture);

    /// <summary>Names a twelfth of a year by the month of its middle: two may begin in the same month, the first and the thirty-first.</summary>
    internal static string NameOf(Breakdown month) => DateOf(month).AddDays(HalfMonth).ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns the planned dates of structures that lie among the months, those of one month as one.</summary>
    internal static ImmutableArray<DatedMark> Marks(IEnumerable<Structure> structures, Breakdown[] months) =>
    [
        .. structures.SelectMany(structure => structure.Steps).Select(step => step.On).Distinct()
            .Select(date => (Date: date, Place: Array.FindLastIndex(months, month => DateOf(month) <= date)))
            .Where(item => item.Place >= 0 && item.Date < DateOf(months[^1]).AddMonths(1))
            .GroupBy(item => item.Place)
            .OrderBy(group => group.Key)
            .Select(group => new DatedMark(group.Key, group.Min(item => item.Date).ToString("d MMM yyyy", CultureInfo.InvariantCulture))),
    ];
}
