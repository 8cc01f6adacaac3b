using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes the posts found for a person to read.</summary>
internal static class StaffTable
{
    internal static void Write(StaffResult result, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        StaffTarget target = result.Request.Target;
        output.WriteLine(result.Scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Structure.Name}: least posts of each team so that {StaffWords.TargetOf(target)}. {result.Plan.Years:0.##} years, the first {result.Plan.WarmUpYears:0.##} not counted; seed {result.Plan.Seed}. Intervals are 95 %, each by itself."));
        output.WriteLine();
        Table table = ComparisonTable.New("", noWrap: false);
        ComparisonTable.AddColumn(table, "Now, FTE");
        ComparisonTable.AddColumn(table, "Least, FTE");
        ComparisonTable.AddColumn(table, "Change");
        ComparisonTable.AddColumn(table, StaffWords.HeadingOf(target, "now"));
        ComparisonTable.AddColumn(table, StaffWords.HeadingOf(target, "then"));
        ComparisonTable.AddColumn(table, $"{StaffWords.WaitHeadingOf(target)}, {target.Unit}");
        ComparisonTable.AddColumn(table, "Futures met");
        ComparisonTable.AddColumn(table, "Reading");
        foreach (IGrouping<string, StaffedPosts> service in result.Posts.GroupBy(row => row.Service, StringComparer.Ordinal))
        {
            StaffedPosts[] rows = [.. service];
            ComparisonTable.AddRow(
                table,
                result.Scenario.Services[result.Scenario.IndexOfService(service.Key)].Name,
                rows.Length > 1 ? [StaffWords.Number(rows.Sum(row => row.PresentFte.Value)), StaffWords.Sum(rows), StaffWords.Change(rows), "", "", "", "", ""] : ["", "", "", "", "", "", "", ""]);
            foreach (StaffedPosts row in rows)
            {
                ComparisonTable.AddRow(
                    table,
                    $"  {StaffWords.LocalityOf(result.Structure, row.Locality)}",
                    [
                        StaffWords.Number(row.PresentFte.Value),
                        StaffWords.Sum([row]),
                        StaffWords.Change([row]),
                        StaffWords.InTime(target, row.Present),
                        StaffWords.InTime(target, row.Achieved),
                        StaffWords.Wait(row.Achieved),
                        NumberText.Percent(row.Achieved?.FuturesMet),
                        StaffWords.Reading(result, row),
                    ]);
            }
        }

        console.Write(table);
        output.WriteLine();
        foreach (string line in StaffWords.Of(result))
        {
            console.Write(new Text($"{line}\n"));
        }
    }
}
