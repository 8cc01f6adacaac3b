using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes a comparison for a person to read.</summary>
internal static class ComparisonTable
{
    // What a label, a structure's column and a whole table of differences take, in characters.
    private const int LabelWidth = 54;
    private const int LevelWidth = 24;
    private const int DifferenceWidth = 130;

    private static readonly (string Heading, Measure[] Measures)[] Sections =
    [
        ("Waits", [Measure.WaitToAllocation, Measure.MedianWait, Measure.WaitP90, Measure.Allocated, Measure.Lost, Measure.StillWaiting,
            Measure.ScreenedInTime, Measure.AssessedInTime, Measure.ConferencesInTime, Measure.SupportWait, Measure.Unallocated, Measure.OverFive,
            Measure.LongWaiters, Measure.ListGrowth, Measure.Escalated, Measure.DeprivationGap, Measure.DeprivationRatio]),
        ("Balance", [Measure.CaseloadSpread, Measure.CaseloadMax, Measure.AreaGini, Measure.NeedCapacityGap, Measure.CasesPerFte, Measure.Load]),
        ("Continuity", [Measure.OneLead, Measure.ThreeWorkers, Measure.WorkerChanges, Measure.Returned, Measure.ReturnedSinceClosure]),
        ("Families", [Measure.AssessmentsPerChild, Measure.AccessPointsPerChild, Measure.ProfessionalsAtOnce, Measure.FamilyKilometres]),
        ("Travel and cost", [Measure.TravelShare, Measure.BoundariesCut, Measure.AgencyShare, Measure.Cost, Measure.SetUpCost]),
    ];

    // What says nothing where every structure has exactly this is left out: one assessment, one way in, one professional, no set-up cost.
    private static readonly (Measure Measure, double Plain)[] Plain =
    [
        (Measure.AssessmentsPerChild, 1), (Measure.AccessPointsPerChild, 1), (Measure.ProfessionalsAtOnce, 1), (Measure.FamilyKilometres, 0), (Measure.SetUpCost, 0),
    ];

    private static readonly Measure[] Headlines =
    [
        Measure.WaitToAllocation, Measure.WaitP90, Measure.Lost, Measure.Unallocated, Measure.AssessedInTime, Measure.CaseloadSpread,
        Measure.Load, Measure.OneLead, Measure.TravelShare, Measure.Cost,
    ];

    internal static void Write(StructureComparison comparison, IReadOnlyList<BreakdownDimension> by, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        RunPlan plan = comparison.Plan;
        output.WriteLine(comparison.Scenario.Name);
        output.WriteLine(comparison.Scenario.Question);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Replications} {(plan.Replications == 1 ? "future" : "futures")} of {plan.Years:0.##} years, the first {plan.WarmUpYears:0.##} not counted; seed {plan.Seed}. 95 % intervals in brackets."));
        output.WriteLine();
        foreach (StructureResult[] fitting in comparison.Structures.Chunk(Math.Max(1, (console.Profile.Width - LabelWidth) / LevelWidth)))
        {
            console.Write(Levels(fitting, comparison));
        }

        MonthlyWaits.Write(comparison, console, output);
        bool narrow = console.Profile.Width < DifferenceWidth;
        foreach (StructureDifference difference in comparison.Differences)
        {
            output.WriteLine();
            output.WriteLine($"{difference.Structure.Structure.Name}, less {difference.Baseline.Structure.Name}");
            console.Write(Differences(difference, narrow));
        }

        foreach (BreakdownDimension dimension in by)
        {
            BreakdownTable.Write(comparison, dimension, console, output);
        }

        if (!comparison.CashReleased.IsEmpty)
        {
            output.WriteLine();
            int futures = comparison.CashReleased[0].Structure.FuturesOf(Measure.Cost).Length;
            output.WriteLine($"The same with the freed money released, less {comparison.Structures[0].Structure.Name} (the first {futures.ToString(CultureInfo.InvariantCulture)} futures)");
            console.Write(Released(comparison));
        }

        output.WriteLine();
        foreach (string line in ComparisonWords.Of(comparison))
        {
            // Broken between words on a terminal, whole in a file.
            console.Write(new Text($"{line}\n"));
        }
    }

    private static Table Levels(StructureResult[] results, StructureComparison comparison)
    {
        Table table = New("");
        foreach (StructureResult result in results)
        {
            AddColumn(table, result.Structure.Name);
        }

        foreach ((string heading, Measure[] all) in Sections)
        {
            Measure[] measures = [.. all.Where(measure => IsShown(comparison, measure))];
            if (measures.Length == 0)
            {
                continue;
            }

            AddRow(table, heading, results.Select(_ => ""));
            foreach (Measure measure in measures)
            {
                AddRow(table, LabelOf(measure), results.Select(result => NumberText.Of(result.Of(measure))));
                if (ReferenceEquals(measure, Measure.WaitToAllocation))
                {
                    AddRow(table, "  … in the middle future, days", results.Select(result => FutureText(result, 0.5)));
                    AddRow(table, "  … in a bad future (1 in 10), days", results.Select(result => FutureText(result, 0.9)));
                }
            }
        }

        return table;
    }

    /// <summary>Tells whether a measure has something to say: some structure has a value, and one that is not the plain one.</summary>
    private static bool IsShown(StructureComparison comparison, Measure measure) => comparison.Structures.Any(result =>
        (result.Of(measure).Mean is { } mean && !Plain.Any(plain => plain.Measure == measure && Math.Abs(mean - plain.Plain) < 1e-9))
        || (measure.IsWaitQuantile && result.Of(measure).Mean is null));

    private static Table Differences(StructureDifference difference, bool narrow)
    {
        // On a narrow terminal labels wrap, and an interval stands under its number: no word or number is broken.
        Table table = New("", noWrap: !narrow);
        AddColumn(table, "Difference", noWrap: narrow);
        AddColumn(table, Fit("Chance that\nthe mean\nis better"), noWrap: narrow);
        AddColumn(table, Fit("Futures in\nwhich it\nis better"), noWrap: narrow);
        AddColumn(table, "Reading", noWrap: narrow);
        foreach (Measure measure in Headlines)
        {
            MeasureDifference item = difference.Of(measure);
            AddRow(
                table,
                LabelOf(measure),
                [
                    Below(NumberText.Of(item)), NumberText.Chance(item.IsNone ? null : item.ProbabilityBetter),
                    NumberText.Percent(item.IsNone ? null : item.ShareOfFuturesBetter), Lines(ComparisonWords.Reading(difference, item)),
                ]);
        }

        return table;

        string Fit(string heading) => narrow ? heading : heading.Replace('\n', ' ');
        string Below(string number) => narrow ? number.Replace(" (", "\n(", StringComparison.Ordinal) : number;
        string Lines(string reading) => narrow ? reading.Replace("clear ", "clear\n", StringComparison.Ordinal).Replace(", but ", ",\nbut ", StringComparison.Ordinal) : reading;
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

    internal static Table New(string firstHeading, bool noWrap = true)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(new Text(firstHeading)) { NoWrap = noWrap });
        return table;
    }

    internal static void AddColumn(Table table, string heading, bool noWrap = false) =>
        table.AddColumn(new TableColumn(new Text(heading)) { Alignment = Justify.Right, NoWrap = noWrap });

    internal static void AddRow(Table table, string label, IEnumerable<string> cells) =>
        table.AddRow(cells.Prepend(label).Select(cell => new Text(cell)));

    private static string LabelOf(Measure measure) => measure.Unit.Length == 0 ? $"  {measure.Label}" : $"  {measure.Label}, {measure.Unit}";

    private static string FutureText(StructureResult result, double share) =>
        NumberText.Of(result.QuantileOfFutures(Measure.WaitToAllocation, share), Measure.WaitToAllocation);
}
