using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes how the mean wait goes from month to month, as a line of blocks for each structure on one common scale.</summary>
/// <remarks>
/// Children who are accepted near the end of the run cannot be followed for 180 days: what happened in the first days would stand for all of them, and
/// one such month would set the scale. Months with a shorter follow-up are left out, and it is said how many.
/// </remarks>
internal static class MonthlyWaits
{
    private const int FewestMonths = 3;
    private const double DaysPerYear = 365.25;

    /// <summary>What the names and the least and greatest months take beside the blocks, in characters.</summary>
    private const int Beside = 70;

    /// <summary>Writes it; nothing where there are too few months, or the console cannot show it.</summary>
    internal static void Write(StructureComparison comparison, IAnsiConsole console, TextWriter output)
    {
        Breakdown[][] all = [.. comparison.Structures.Select(MonthsOf)];
        Breakdown[][] months = [.. all.Select(structure => structure.Where(month => IsFollowed(comparison, month)).ToArray())];
        double[] means = [.. months.SelectMany(structure => structure).Select(MeanOf).OfType<double>()];
        int count = months[0].Length;
        if (count < FewestMonths || means.Length == 0 || console.Profile.Width < count + Beside || !Sparkline.CanShow(output))
        {
            return;
        }

        (double least, double greatest) = (means.Min(), means.Max());
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Mean wait to {Measure.HorizonDays} days of the children accepted in a month, days: {count} months, the first from {NameOf(months[0][0])}, the last from {NameOf(months[0][^1])}.{LeftOut(all[0].Length - count)} One scale: ▁ {Number(least)}, █ {Number(greatest)}."));
        Table table = ComparisonTable.New("", noWrap: false);
        table.AddColumn(new TableColumn(new Text("By month")) { NoWrap = true });
        ComparisonTable.AddColumn(table, "Least; month from");
        ComparisonTable.AddColumn(table, "Greatest; month from");
        foreach ((StructureResult result, Breakdown[] own) in comparison.Structures.Zip(months))
        {
            ComparisonTable.AddRow(
                table,
                $"  {result.Structure.Name}",
                [Sparkline.Of(own.Select(MeanOf), least, greatest), Text(own.Where(HasMean).MinBy(MeanOf)), Text(own.Where(HasMean).MaxBy(MeanOf))]);
        }

        console.Write(table);
    }

    private static Breakdown[] MonthsOf(StructureResult result) => [.. result.Breakdowns.Where(item => item.Dimension == BreakdownDimension.Month)];

    /// <summary>Tells whether children accepted on the last day of a month are followed to the horizon within the run.</summary>
    private static bool IsFollowed(StructureComparison comparison, Breakdown month) =>
        DayOf(month).DayNumber - comparison.Scenario.Start.DayNumber + (DaysPerYear / 12) + Measure.HorizonDays <= comparison.Plan.Years * DaysPerYear;

    private static string LeftOut(int months) => months switch
    {
        0 => "",
        1 => " The month after them is left out: its waits cannot be followed so far.",
        _ => string.Create(CultureInfo.InvariantCulture, $" The {months} months after them are left out: their waits cannot be followed so far."),
    };

    private static bool HasMean(Breakdown month) => MeanOf(month) is not null;

    private static double? MeanOf(Breakdown month) => month.Of(Measure.WaitToAllocation)?.Mean;

    private static string Text(Breakdown? month) => month is null ? "–" : $"{NumberText.Of(month.Of(Measure.WaitToAllocation)!)}; {NameOf(month)}";

    private static string Number(double days) => NumberText.Number(days, Measure.WaitToAllocation);

    private static DateOnly DayOf(Breakdown month) => DateOnly.ParseExact(month.Level, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf(Breakdown month) => DayOf(month).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
