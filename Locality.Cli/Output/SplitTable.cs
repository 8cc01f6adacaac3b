using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes the best split found for a person to read.</summary>
internal static class SplitTable
{
    internal static void Write(SplitResult result, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        SplitRequest request = result.Request;
        output.WriteLine(result.Scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Structure.Name}: the split of {(request.Posts is { } posts ? StaffWords.Number(posts.Value) : "today's")} posts that makes {ObjectiveOf(request.Objective)} shortest. {result.Plan.Years:0.##} years, the first {result.Plan.WarmUpYears:0.##} not counted; seed {result.Plan.Seed}. Intervals are 95 %, each by itself."));
        output.WriteLine();
        Table table = ComparisonTable.New("", noWrap: false);
        ComparisonTable.AddColumn(table, "Now, FTE");
        ComparisonTable.AddColumn(table, "Split, FTE");
        ComparisonTable.AddColumn(table, "Change");
        ComparisonTable.AddColumn(table, "Mean wait now, days");
        ComparisonTable.AddColumn(table, "Mean wait then, days");
        foreach (ServiceSplit service in result.Services)
        {
            double now = service.Teams.Sum(team => team.PresentFte.Value);
            double then = service.Teams.Sum(team => team.Fte.Value);
            ComparisonTable.AddRow(table, NameOf(result, service), [StaffWords.Number(now), StaffWords.Number(then), StaffWords.Signed(then - now), "", ""]);
            foreach (TeamSplit team in service.Teams)
            {
                ComparisonTable.AddRow(
                    table,
                    $"  {StaffWords.LocalityOf(result.Structure, team.Locality)}",
                    [StaffWords.Number(team.PresentFte.Value), StaffWords.Number(team.Fte.Value), StaffWords.Signed(team.Fte.Value - team.PresentFte.Value), StaffWords.Wait(team.Present), StaffWords.Wait(team.Found)]);
            }
        }

        console.Write(table);
        output.WriteLine();
        foreach (string line in Words(result))
        {
            console.Write(new Text($"{line}\n"));
        }
    }

    private static IEnumerable<string> Words(SplitResult result)
    {
        SplitRequest request = result.Request;
        bool samePosts = request.Posts is null;
        foreach (ServiceSplit service in result.Services)
        {
            string name = NameOf(result, service);
            string difference = service.Difference is { } days ? NumberText.Of(new MeasureDifference(Measure.WaitToAllocation, days.Mean, days.Lower, days.Upper, null, null)) : "";
            yield return SplitWords.Reading(service, result) switch
            {
                "present-split-stays" => $"{name}: no better split than the present one was found.",
                "better" => $"{name}: {ObjectiveOf(request.Objective)} is shorter by this split: {difference} days in the same fresh futures.",
                "worse" => samePosts
                    ? $"{name}: keep the present split. The search was misled: {ObjectiveOf(request.Objective)} is longer by the split above, {difference} days in fresh futures."
                    : $"{name}: {ObjectiveOf(request.Objective)} is longer than with today's posts: {difference} days in the same fresh futures.",
                "no-clear-difference" => $"{name}: no clear difference from the present posts: {difference} days of {ObjectiveOf(request.Objective)}. {(samePosts ? "Moving posts for it is not borne out." : "")}".TrimEnd(),
                _ => $"{name}: stopped early: the best split that the search had found. It was not compared in fresh futures.",
            };
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Differences hold for all services at once with a confidence of {request.Confidence}, over {request.CheckFutures} fresh futures that had no part in the choice. Posts move one at a time in the search: a better split further away may be missed.");
        yield return $"Mean waits count each wait up to 180 days; open waits are censored, not dropped. A shorter wait may come of families who give up: compare the structures' lostBy180 too. {UncertainWords.Covered(result.Scenario)}";
    }

    private static string ObjectiveOf(SplitObjective objective) => objective == SplitObjective.Worst ? "the mean wait in the locality that waits longest" : "the mean wait of all its children";

    private static string NameOf(SplitResult result, ServiceSplit service) => result.Scenario.Services[result.Scenario.IndexOfService(service.Service)].Name;
}
