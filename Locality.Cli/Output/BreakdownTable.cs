using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes the outcome of structures part by part for a person to read.</summary>
internal static class BreakdownTable
{
    private static readonly (Measure Measure, string Heading)[] Columns =
    [
        (Measure.ChildrenReferred, "Children referred"), (Measure.WaitToAllocation, "Wait, mean to 180 days"), (Measure.WaitP90, "Nine in ten by day"),
        (Measure.Lost, "Lost by day 180, %"), (Measure.AssessedInTime, "Assessed in time, %"), (Measure.ChildrenWaiting, "Children on lists"),
        (Measure.SupportWait, "Wait as a further service, days"), (Measure.Load, "Load, %"), (Measure.Posts, "Posts"), (Measure.AreaCaseload, "Points per full-time worker"), (Measure.NeedShare, "Share of need, %"),
        (Measure.CapacityShare, "Share of capacity, %"), (Measure.IndicativeBudget, "Indicative budget, £000"), (Measure.ActualCost, "Cost there, £000"),
    ];

    /// <summary>The width below which an interval is rounding: what no future changes is written without one.</summary>
    private const double Exact = 1e-6;

    internal static void Write(StructureComparison comparison, BreakdownDimension dimension, IAnsiConsole console, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(TitleOf(dimension));
        Breakdown[] all = [.. comparison.Structures.SelectMany(result => LevelsOf(result, dimension))];
        if (all.Length == 0)
        {
            output.WriteLine("  The scenario does not tell these apart.");
            return;
        }

        (Measure Measure, string Heading)[] columns = [.. Columns.Where(column =>
            Measure.OfLevels(dimension).Contains(column.Measure) && all.Any(item => HasValue(item, column.Measure)))];
        Table table = ComparisonTable.New("");
        foreach ((Measure measure, string heading) in columns)
        {
            ComparisonTable.AddColumn(table, heading);
        }

        foreach (StructureResult result in comparison.Structures)
        {
            ComparisonTable.AddRow(table, result.Structure.Name, columns.Select(_ => ""));
            foreach (Breakdown item in LevelsOf(result, dimension))
            {
                ComparisonTable.AddRow(
                    table,
                    $"  {BreakdownWords.NameOf(comparison.Scenario, result.Structure, item.Dimension, item.Level)}",
                    columns.Select(column => item.Of(column.Measure) is { } found ? Text(item, found) : ""));
            }
        }

        console.Write(table);
    }

    private static IEnumerable<Breakdown> LevelsOf(StructureResult result, BreakdownDimension dimension) =>
        result.Breakdowns.Where(item => item.Dimension == dimension);

    private static bool HasValue(Breakdown item, Measure measure) => item.Of(measure) is { } found && (found.Mean is not null || IsUnreached(item, found));

    /// <summary>A quantile without a value has not been reached, where anybody waited at all.</summary>
    private static bool IsUnreached(Breakdown item, MeasureResult result) =>
        result.Measure.IsWaitQuantile && item.FuturesOf(result.Measure).Any(value => value is not null);

    private static string Text(Breakdown item, MeasureResult result) =>
        result.Measure.IsWaitQuantile && result.Mean is null && !IsUnreached(item, result) ? "–"
        : result is { Mean: { } mean, Lower: { } lower, Upper: { } upper } && upper - lower < Exact ? NumberText.Number(mean, result.Measure) : NumberText.Of(result);

    private static string TitleOf(BreakdownDimension dimension) => dimension switch
    {
        BreakdownDimension.Locality => "By locality, as each structure starts, by home area",
        BreakdownDimension.Service => "By service",
        BreakdownDimension.Pathway => "By pathway",
        BreakdownDimension.Tier => "By tier",
        BreakdownDimension.AgeBand => "By age in years",
        BreakdownDimension.DeprivationFifth => "By fifth of children in order of deprivation",
        BreakdownDimension.Area => "By home area",
        _ => "By twelfth of a year, by its first day",
    };
}
