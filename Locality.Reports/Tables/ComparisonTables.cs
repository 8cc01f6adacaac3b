using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Makes the tables of a comparison.</summary>
public static class ComparisonTables
{
    private const string OverFutures = "over futures, in the row's unit. A quantile of the wait that is not reached by day 180 is empty";

    /// <summary>Makes the tables: structures, differences, quantiles of futures, every future, parts, months, budgets, what changing over costs, and which area is in which locality.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables. The set is the same for every comparison; one that has nothing to say has no rows.</returns>
    public static TidyTables Of(StructureComparison comparison, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(manifest);
        return new TidyTables
        {
            Manifest = manifest,
            Question = comparison.Scenario.Question,
            Notes = [.. ComparisonWords.Of(comparison)],
            Tables =
            [
                new TidyTable("structures", "Each measure of each structure", [.. Variant, .. Measured], Structures(comparison)),
                new TidyTable("differences", "How each structure differs from the baseline in the same futures", [.. Variant, .. Baseline, .. ResultColumns.Measure, .. Difference], Differences(comparison)),
                new TidyTable("future_quantiles", "Each measure in the middle future and in bad or good ones", [.. Variant, .. ResultColumns.Measure, .. Quantile], Quantiles(comparison)),
                new TidyTable("futures", "Each measure of each structure in each future", [.. Variant, .. ResultColumns.Measure, .. Future], Futures(comparison)),
                new TidyTable("breakdowns", "Each measure of each part of each structure", [.. Variant, .. Level, .. Measured], Breakdowns(comparison)),
                new TidyTable("months", "Each measure of each structure by month, by referral where it is of children referred", [.. Variant, Month, .. Measured], Months(comparison)),
                new TidyTable(
                    "breakdown_differences",
                    "How each part of each structure differs from the same part of the baseline in the same futures",
                    [.. Variant, .. Baseline, .. Level, .. ResultColumns.Measure, .. Difference],
                    BreakdownDifferences(comparison)),
                new TidyTable("budget", "What each agency pays for", [.. Variant, .. Budget], Budgets(comparison)),
                new TidyTable("transitions", "What changing over costs in time", [.. ResultColumns.Structure, .. Transition], Transitions(comparison)),
                LocalitiesTable.Of(comparison.Structures.Select(result => result.Structure)),
            ],
        };
    }

    private static ImmutableArray<double> Shares { get; } = [0.1, 0.5, 0.9];

    private static ImmutableArray<TidyColumn> Variant { get; } = [.. ResultColumns.Structure, .. ResultColumns.FreedMoney];

    private static ImmutableArray<TidyColumn> Measured { get; } = [.. ResultColumns.Measure, .. Interval("", "", OverFutures)];

    private static ImmutableArray<TidyColumn> Quantile { get; } =
    [
        Number("share", "The share of futures, from 0 to 1, that do not exceed the value: 0.5 is the middle future."),
        Number("value", "The value that this share of futures does not exceed, in the row's unit."),
        Number("lower", "The lower end of its interval; empty with too few futures for one."), Number("upper", "The upper end of its interval; empty with too few futures for one."),
    ];

    private static ImmutableArray<TidyColumn> Future { get; } =
        [Whole("replication", "The future, counted from 0: the same number is the same future for every structure."), Number("value", "The value in that future, in the row's unit.")];

    private static TidyColumn Month { get; } = Date("month", "The first day of the month, a twelfth of a year.");

    private static ImmutableArray<TidyColumn> Budget { get; } =
    [
        Text("agency", "The agency; empty for the cost of setting up, which belongs to none."),
        Text("item", "What is paid for: posts, agency_cover, front_door, management, bases, mileage, transfers (into the pooled budget) or set_up."),
        Text("unit", "The unit of the value: £ a year, or £ once."), Number("value", "The amount, in the row's unit."),
    ];

    private static ImmutableArray<TidyColumn> Transition { get; } =
    [
        Text("steady", "The id of the structure that it becomes."), Text("steady_name", "The name of that structure."), Date("changes_on", "The planned day of the change."),
        Number("band", "The share by which the list may exceed the steady one and count as recovered."),
        Number("extra_child_days", "Child-days on lists from the change to the end, beyond those of the steady structure: mean over futures.", "child-days"),
        Number("lower", "The lower end of its interval.", "child-days"), Number("upper", "The upper end of its interval.", "child-days"),
        Number("weeks_to_recover", "Weeks until the list is back for three months in a row, in the middle future; empty where half of the futures or more do not get there.", "weeks"),
        Number("share_recovered", "The share of futures, from 0 to 1, that get there within the run."),
    ];

    private static IEnumerable<StructureResult> Results(StructureComparison comparison) =>
        comparison.Structures.Concat(comparison.CashReleased.Select(released => released.Structure));

    private static IEnumerable<ImmutableArray<TidyCell>> Structures(StructureComparison comparison) =>
        from result in Results(comparison)
        from item in result.Measures
        select (ImmutableArray<TidyCell>)[.. VariantOf(result), .. ResultColumns.Of(item)];

    private static IEnumerable<ImmutableArray<TidyCell>> Differences(StructureComparison comparison) =>
        from difference in comparison.Differences.Concat(comparison.CashReleased)
        from item in difference.Measures
        select (ImmutableArray<TidyCell>)
            [.. VariantOf(difference.Structure), .. ResultColumns.Of(difference.Baseline.Structure), .. ResultColumns.Of(item, ComparisonWords.Reading(difference, item))];

    private static IEnumerable<ImmutableArray<TidyCell>> Quantiles(StructureComparison comparison) =>
        from result in Results(comparison)
        from measure in Models.Measure.All
        from share in Shares
        let quantile = result.QuantileOfFutures(measure, share)
        select (ImmutableArray<TidyCell>)
            [.. VariantOf(result), .. ResultColumns.Of(measure), TidyCell.Of(share), TidyCell.Of(quantile?.Value), TidyCell.Of(quantile?.Lower), TidyCell.Of(quantile?.Upper)];

    private static IEnumerable<ImmutableArray<TidyCell>> Futures(StructureComparison comparison)
    {
        foreach (StructureResult result in Results(comparison))
        {
            foreach (Measure measure in Models.Measure.All)
            {
                ImmutableArray<TidyCell> key = [.. VariantOf(result), .. ResultColumns.Of(measure)];
                ImmutableArray<double?> values = result.FuturesOf(measure);
                for (int replication = 0; replication < values.Length; replication++)
                {
                    yield return [.. key, TidyCell.Whole(replication), TidyCell.Of(values[replication])];
                }
            }
        }
    }

    private static IEnumerable<ImmutableArray<TidyCell>> Breakdowns(StructureComparison comparison) =>
        from result in Results(comparison)
        from part in result.Breakdowns
        where part.Dimension != BreakdownDimension.Month
        from item in part.Measures
        select (ImmutableArray<TidyCell>)[.. VariantOf(result), .. LevelOf(comparison, result, part.Dimension, part.Level), .. ResultColumns.Of(item)];

    private static IEnumerable<ImmutableArray<TidyCell>> Months(StructureComparison comparison) =>
        from result in Results(comparison)
        from part in result.Breakdowns
        where part.Dimension == BreakdownDimension.Month
        from item in part.Measures
        select (ImmutableArray<TidyCell>)
            [.. VariantOf(result), TidyCell.Of(DateOnly.ParseExact(part.Level, "yyyy-MM-dd", CultureInfo.InvariantCulture)), .. ResultColumns.Of(item)];

    private static IEnumerable<ImmutableArray<TidyCell>> BreakdownDifferences(StructureComparison comparison) =>
        from difference in comparison.Differences.Concat(comparison.CashReleased)
        from part in difference.Breakdowns
        from item in part.Measures
        select (ImmutableArray<TidyCell>)
        [
            .. VariantOf(difference.Structure), .. ResultColumns.Of(difference.Baseline.Structure), .. LevelOf(comparison, difference.Structure, part.Dimension, part.Level),
            .. ResultColumns.Of(item, Reading(item)),
        ];

    private static IEnumerable<ImmutableArray<TidyCell>> Budgets(StructureComparison comparison) =>
        from result in Results(comparison)
        from row in BudgetOf(result)
        select (ImmutableArray<TidyCell>)[.. VariantOf(result), TidyCell.Of(row.Agency), TidyCell.Of(row.Item), TidyCell.Of(row.Unit), TidyCell.Of(row.Pounds)];

    private static IEnumerable<(string? Agency, string Item, string Unit, double Pounds)> BudgetOf(StructureResult result)
    {
        const string Yearly = "£ a year";
        foreach (AgencyCost agency in result.Agencies)
        {
            yield return (agency.Agency, "posts", Yearly, agency.Posts);
            yield return (agency.Agency, "agency_cover", Yearly, agency.AgencyCover);
            yield return (agency.Agency, "front_door", Yearly, agency.FrontDoor);
            yield return (agency.Agency, "management", Yearly, agency.Management);
            yield return (agency.Agency, "bases", Yearly, agency.Bases);
            yield return (agency.Agency, "mileage", Yearly, agency.Mileage);
            yield return (agency.Agency, "transfers", Yearly, agency.Transfers);
        }

        yield return (null, "set_up", "£ once", result.Structure.SetUpCost.Value);
    }

    private static IEnumerable<ImmutableArray<TidyCell>> Transitions(StructureComparison comparison) =>
        from item in Models.Transition.Of(comparison)
        select (ImmutableArray<TidyCell>)
        [
            .. ResultColumns.Of(item.Planned.Structure), .. ResultColumns.Of(item.Steady.Structure), TidyCell.Of(item.On), TidyCell.Of(item.Band.Value), TidyCell.Of(item.ExtraChildDays),
            TidyCell.Of(item.Lower), TidyCell.Of(item.Upper), TidyCell.Of(item.WeeksToRecover), TidyCell.Of(item.ShareRecovered),
        ];

    private static ImmutableArray<TidyCell> VariantOf(StructureResult result) => [.. ResultColumns.Of(result.Structure), ResultColumns.Of(result.FreedMoney)];

    private static ImmutableArray<TidyCell> LevelOf(StructureComparison comparison, StructureResult result, BreakdownDimension dimension, string level) =>
        [TidyCell.Of(BreakdownWords.NameOf(dimension)), TidyCell.Of(level), TidyCell.Of(BreakdownWords.NameOf(comparison.Scenario, result.Structure, dimension, level))];
}
