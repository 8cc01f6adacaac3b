using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes the posts found for a person to read.</summary>
internal static class StaffAnswer
{
    internal static AnswerTable Of(StaffResult result)
    {
        StaffTarget target = result.Request.Target;
        return new AnswerTable(
            [
                result.Scenario.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Structure.Name}: least posts of each team so that {StaffWords.TargetOf(target)}. {result.Plan.Years:0.##} years, the first {result.Plan.WarmUpYears:0.##} not counted; seed {result.Plan.Seed}. Intervals are 95 %, each by itself."),
            ],
            new ShownTable(
                "posts",
                "Least posts of each team",
                [
                    new ShownColumn("Service and team", IsNumber: false), new ShownColumn("Now, FTE"), new ShownColumn("Least, FTE"), new ShownColumn("Change"), new ShownColumn(StaffWords.HeadingOf(target, "now")),
                    new ShownColumn(StaffWords.HeadingOf(target, "then")), new ShownColumn($"{StaffWords.WaitHeadingOf(target)}, {target.Unit}"), new ShownColumn("Futures met"), new ShownColumn("Reading", IsNumber: false),
                ],
                [.. result.Posts.GroupBy(row => row.Service, StringComparer.Ordinal).SelectMany(service => Rows(result, [.. service]))]),
            [.. StaffWords.Of(result)]);
    }

    private static IEnumerable<ImmutableArray<ShownCell>> Rows(StaffResult result, StaffedPosts[] rows)
    {
        StaffTarget target = result.Request.Target;
        string[] sums = rows.Length > 1 ? [StaffWords.Number(rows.Sum(row => row.PresentFte.Value)), StaffWords.Sum(rows), StaffWords.Change(rows)] : ["", "", ""];
        yield return [new ShownCell(result.Scenario.Services[result.Scenario.IndexOfService(rows[0].Service)].Name), .. sums.Concat(["", "", "", "", ""]).Select(text => new ShownCell(text))];
        foreach (StaffedPosts row in rows)
        {
            yield return
            [
                new ShownCell($"  {StaffWords.LocalityOf(result.Structure, row.Locality)}"),
                new ShownCell(StaffWords.Number(row.PresentFte.Value), row.PresentFte.Value),
                new ShownCell(StaffWords.Sum([row]), row.Fte?.Value),
                new ShownCell(StaffWords.Change([row]), row.Fte?.Value - row.PresentFte.Value),
                new ShownCell(StaffWords.InTime(target, row.Present), row.Present?.InTime?.Mean),
                new ShownCell(StaffWords.InTime(target, row.Achieved), row.Achieved?.InTime?.Mean),
                new ShownCell(StaffWords.Wait(row.Achieved), row.Achieved?.Wait),
                new ShownCell(NumberText.Percent(row.Achieved?.FuturesMet), row.Achieved?.FuturesMet),
                new ShownCell(StaffWords.Reading(result, row)),
            ];
        }
    }
}
