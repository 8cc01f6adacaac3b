using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes a comparison for a person to read.</summary>
internal static class ComparisonTable
{
    private static readonly (string Heading, Measure[] Measures)[] Sections =
    [
        ("Waits", [Measure.WaitToAllocation, Measure.MedianWait, Measure.WaitP90, Measure.Allocated, Measure.Lost, Measure.StillWaiting,
            Measure.AssessedInTime, Measure.Unallocated, Measure.LongWaiters, Measure.ListGrowth, Measure.Escalated, Measure.DeprivationGap]),
        ("Balance", [Measure.CaseloadSpread, Measure.CaseloadMax, Measure.AreaGini, Measure.CasesPerFte, Measure.Load]),
        ("Continuity", [Measure.OneLead, Measure.ThreeWorkers, Measure.Returned, Measure.ReturnedSinceClosure]),
        ("Travel and cost", [Measure.TravelShare, Measure.Cost]),
    ];

    private static readonly Measure[] Headlines =
    [
        Measure.WaitToAllocation, Measure.WaitP90, Measure.Lost, Measure.Unallocated, Measure.AssessedInTime, Measure.CaseloadSpread,
        Measure.AreaGini, Measure.OneLead, Measure.TravelShare, Measure.Cost,
    ];

    internal static void Write(StructureComparison comparison, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        RunPlan plan = comparison.Plan;
        output.WriteLine(comparison.Scenario.Name);
        output.WriteLine(comparison.Scenario.Question);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Replications} futures of {plan.Years:0.##} years, the first {plan.WarmUpYears:0.##} not counted; seed {plan.Seed}. 95 % intervals in brackets."));
        output.WriteLine();
        console.Write(Levels(comparison));
        foreach (StructureDifference difference in comparison.Differences)
        {
            output.WriteLine();
            output.WriteLine($"{difference.Structure.Structure.Name}, less {difference.Baseline.Structure.Name}");
            console.Write(Differences(difference));
        }

        if (!comparison.CashReleased.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine($"The same with the freed money released, less {comparison.Structures[0].Structure.Name}");
            console.Write(Released(comparison));
        }

        output.WriteLine();
        foreach (string line in ComparisonWords.Of(comparison))
        {
            output.WriteLine(line);
        }
    }

    private static Table Levels(StructureComparison comparison)
    {
        Table table = New("");
        foreach (StructureResult result in comparison.Structures)
        {
            AddColumn(table, result.Structure.Name);
        }

        foreach ((string heading, Measure[] measures) in Sections)
        {
            AddRow(table, heading, comparison.Structures.Select(_ => ""));
            foreach (Measure measure in measures)
            {
                AddRow(table, LabelOf(measure), comparison.Structures.Select(result => NumberText.Of(result.Of(measure))));
                if (ReferenceEquals(measure, Measure.WaitToAllocation))
                {
                    AddRow(table, "  … in the middle future, days", comparison.Structures.Select(result => FutureText(result, 0.5)));
                    AddRow(table, "  … in a bad future (1 in 10), days", comparison.Structures.Select(result => FutureText(result, 0.9)));
                }
            }
        }

        return table;
    }

    private static Table Differences(StructureDifference difference)
    {
        Table table = New("");
        AddColumn(table, "Difference");
        AddColumn(table, "Chance that the mean is better");
        AddColumn(table, "Futures in which it is better");
        AddColumn(table, "Reading");
        foreach (Measure measure in Headlines)
        {
            MeasureDifference item = difference.Of(measure);
            AddRow(
                table,
                LabelOf(measure),
                [NumberText.Of(item), NumberText.Percent(item.ProbabilityBetter), NumberText.Percent(item.ShareOfFuturesBetter), ComparisonWords.Reading(difference, item)]);
        }

        return table;
    }

    private static Table Released(StructureComparison comparison)
    {
        Table table = New("");
        AddColumn(table, "Cost, £000 a year");
        AddColumn(table, "Wait, mean to 180 days");
        AddColumn(table, "Lost by day 180, %");
        AddColumn(table, "Reading of the wait");
        foreach (StructureDifference released in comparison.CashReleased)
        {
            AddRow(
                table,
                released.Structure.Structure.Name,
                [
                    NumberText.Of(released.Of(Measure.Cost)), NumberText.Of(released.Of(Measure.WaitToAllocation)),
                    NumberText.Of(released.Of(Measure.Lost)), ComparisonWords.Reading(released, released.Of(Measure.WaitToAllocation)),
                ]);
        }

        return table;
    }

    private static Table New(string firstHeading)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(new Text(firstHeading)) { NoWrap = true });
        return table;
    }

    private static void AddColumn(Table table, string heading) =>
        table.AddColumn(new TableColumn(new Text(heading)) { Alignment = Justify.Right });

    private static void AddRow(Table table, string label, IEnumerable<string> cells) =>
        table.AddRow(cells.Prepend(label).Select(cell => new Text(cell)));

    private static string LabelOf(Measure measure) => measure.Unit.Length == 0 ? $"  {measure.Label}" : $"  {measure.Label}, {measure.Unit}";

    private static string FutureText(StructureResult result, double share) =>
        NumberText.Of(result.QuantileOfFutures(Measure.WaitToAllocation, share), Measure.WaitToAllocation);
}
