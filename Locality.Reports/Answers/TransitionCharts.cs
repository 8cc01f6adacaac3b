using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws the way to structures that change on dates: children on lists, month by month, with what happens when.</summary>
internal static class TransitionCharts
{
    /// <summary>Draws the lists of the structures that change, and of the first; null where none changes within the months shown.</summary>
    internal static BandChart? Lists(ComparisonView view)
    {
        (StructureResult Result, Breakdown[] Parts)[] shown =
        [
            .. view.Results.Where(result => result == view.Results[0] || HasDates(result.Structure))
                .Select(result => (result, result.Breakdowns.Where(part => part.Dimension == BreakdownDimension.Month && part.Of(Measure.ChildrenWaiting)?.Mean is not null).ToArray())),
        ];
        if (!view.Results.Any(result => HasDates(result.Structure)) || shown.Min(one => one.Parts.Length) < Months.Fewest)
        {
            return null;
        }

        Breakdown[] months = shown.MinBy(one => one.Parts.Length).Parts;
        string[] names = [.. months.Select(month => Months.NameOf(month))];
        return new BandChart
        {
            Id = "transition",
            Title = "On the way: children on waiting lists, month by month",
            Alternative = $"Lines of the children on waiting lists from {names[0]} to {names[^1]}. {string.Join("; ", shown.Select(one => $"{view.NameOf(one.Result)}: {At(one.Parts, 0)} at first, {At(one.Parts, months.Length - 1)} at the end"))}.",
            Note = "One look a month; bands are 95 % intervals over futures, each month's by itself. Lines that stand show planned dates.",
            Places = [.. names],
            NamedEvery = Months.NamedEvery,
            HorizontalAxis = "month",
            VerticalAxis = "children on lists",
            Least = 0,
            Series = [.. shown.Select(one => new BandSeries(view.NameOf(one.Result), view.PlaceOf(one.Result), [.. one.Parts.Take(months.Length).Select(Point)]))],
            Marks = Months.Marks(shown.Select(one => one.Result.Structure), months),
            Table = new ShownTable(
                "transition-table",
                "Children on waiting lists, month by month",
                [new ShownColumn("Month", IsNumber: false), .. shown.Select(one => new ShownColumn(view.NameOf(one.Result)))],
                [.. months.Select((_, row) => ImmutableArray.CreateRange([new ShownCell(names[row], row), .. shown.Select(one => ComparisonView.CellOf(one.Parts[row].Of(Measure.ChildrenWaiting)))]))]),
        };
    }

    /// <summary>Tells whether a structure changes on dates.</summary>
    internal static bool HasDates(Structure structure) => !structure.Steps.IsEmpty || structure.RollOut is not null;

    private static BandPoint? Point(Breakdown month)
    {
        MeasureResult waiting = month.Of(Measure.ChildrenWaiting)!;
        return waiting.Mean is { } mean ? new BandPoint(mean, waiting.Lower, waiting.Upper, $"{NumberText.Of(waiting)} children") : null;
    }

    private static string At(Breakdown[] months, int place) => NumberText.Of(months[place].Of(Measure.ChildrenWaiting)!);
}
