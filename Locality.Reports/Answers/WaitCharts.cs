using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws waits: month by month, and how long children wait.</summary>
internal static class WaitCharts
{
    private const int DaysShown = 60;
    private const int NamedDays = 10;

    /// <summary>Draws the mean wait by the month in which it began; null where there are too few months.</summary>
    internal static BandChart? ByMonth(ComparisonView view)
    {
        DateOnly last = view.Scenario.Start.AddDays((int)(view.Comparison.Plan.Years * 365.25) - Measure.HorizonDays);
        Breakdown[][] months = [.. view.Results.Select(result => result.Breakdowns.Where(part => part.Dimension == BreakdownDimension.Month && Months.DateOf(part) <= last).ToArray())];
        if (months[0].Length < Months.Fewest)
        {
            return null;
        }

        string[] names = [.. months[0].Select(month => Months.NameOf(month))];
        return new BandChart
        {
            Id = "wait-by-month",
            Title = "Mean wait by the month in which it begins",
            Alternative = $"Lines of the mean wait in days from {names[0]} to {names[^1]}, one for each structure, with bands of the 95 % intervals over futures. {string.Join("; ", view.Results.Select((_, place) => Ends(view.Names[place], months[place])))}.",
            Note = "Bands are 95 % intervals over futures, each month's by itself; they do not show whether two structures differ, for both meet the same futures. Waits that begin in the last 180 days are not followed long enough to be shown.",
            Places = [.. names],
            NamedEvery = Months.NamedEvery,
            HorizontalAxis = "month",
            VerticalAxis = "days",
            Least = 0,
            Series = [.. view.Results.Select((_, place) => new BandSeries(view.Names[place], place, [.. months[place].Select(month => Point(month.Of(Measure.WaitToAllocation)))]))],
            Marks = Months.Marks(view.Results.Select(result => result.Structure), months[0]),
            Table = new ShownTable(
                "wait-by-month-table",
                "Mean wait by the month in which it begins, days",
                [new ShownColumn("Month", IsNumber: false), .. view.Names.Select(name => new ShownColumn(name))],
                [.. months[0].Select((month, row) => ImmutableArray.CreateRange([new ShownCell(names[row], row), .. view.Results.Select((_, place) => ComparisonView.CellOf(months[place][row].Of(Measure.WaitToAllocation)))]))]),
        };
    }

    /// <summary>Draws the share of children who have a lead worker by each day; null where the futures were kept without it.</summary>
    internal static BandChart? Distribution(ComparisonView view)
    {
        if (view.Results.Any(result => result.WaitDistribution is null))
        {
            return null;
        }

        int[] days = [0, 1, 2, 5, 10, 20, 30, 60, 90, 180];
        return new BandChart
        {
            Id = "wait-distribution",
            Title = "How many are still without a lead worker, by day",
            Alternative = $"Curves of the share of children without a lead worker from day 1 to day {DaysShown} after acceptance, one for each structure. {string.Join("; ", view.Results.Select((result, place) => $"{view.Names[place]}: {Percent(result, 1)} after day 1, {Percent(result, 5)} after day 5, {Percent(result, 20)} after day 20, {Percent(result, DaysShown)} after day {DaysShown}"))}.",
            Note = "Children who are lost while they wait never get a lead worker: what a curve comes down to shows them and those who still wait. Bands are 95 % intervals over futures, each day's by itself. Waits that are open at the end count as open.",
            Places = [.. Enumerable.Range(0, DaysShown + 1).Select(day => day.ToString(CultureInfo.InvariantCulture))],
            NamedEvery = NamedDays,
            HorizontalAxis = "days after acceptance",
            VerticalAxis = "% without a lead worker",
            Least = 0,
            Series = [.. view.Results.Select((result, place) => new BandSeries(view.Names[place], place, [.. result.WaitDistribution!.Days.Take(DaysShown + 1).Select(day => day.Day == 0 ? null : Without(day.Allocated))]))],
            Table = new ShownTable(
                "wait-distribution-table",
                "Share of children with a lead worker by day, and lost by then, %",
                [new ShownColumn("Day"), .. view.Names.SelectMany(name => new[] { new ShownColumn($"{name}: with a lead worker"), new ShownColumn($"{name}: lost") })],
                [.. days.Select(day => ImmutableArray.CreateRange([new ShownCell(day.ToString(CultureInfo.InvariantCulture), day), .. view.Results.SelectMany(result => Cells(result.WaitDistribution!.Days[day]))]))]),
        };
    }

    private static IEnumerable<ShownCell> Cells(WaitDay day) => new[] { day.Allocated, day.Lost }.Select(share => new ShownCell(Percent(share), share.Mean));

    private static BandPoint Without(MeanOverFutures share)
    {
        MeanOverFutures rest = new(1 - share.Mean, 1 - share.Upper, 1 - share.Lower);
        return new BandPoint(100 * rest.Mean, 100 * rest.Lower, 100 * rest.Upper, $"{Percent(rest)} %");
    }

    private static BandPoint? Point(MeasureResult? result) => result is { Mean: { } mean } ? new BandPoint(mean, result.Lower, result.Upper, $"{NumberText.Of(result)} days") : null;

    private static string Percent(MeanOverFutures share) => share is { Lower: { } lower, Upper: { } upper }
        ? FormattableString.Invariant($"{100 * share.Mean:0.0} ({100 * lower:0.0} to {100 * upper:0.0})")
        : FormattableString.Invariant($"{100 * share.Mean:0.0}");

    private static string Percent(StructureResult result, int day) => FormattableString.Invariant($"{100 * (1 - result.WaitDistribution!.Days[day].Allocated.Mean):0.0} %");

    private static string Ends(string name, Breakdown[] months) =>
        $"{name}: from {NumberText.Of(months[0].Of(Measure.WaitToAllocation)!)} to {NumberText.Of(months[^1].Of(Measure.WaitToAllocation)!)}";
}
