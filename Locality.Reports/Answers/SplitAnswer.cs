using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Writes the best split found for a person to read.</summary>
internal static class SplitAnswer
{
    internal static AnswerTable Of(SplitResult result)
    {
        SplitRequest request = result.Request;
        return new AnswerTable(
            [
                result.Scenario.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Structure.Name}: the split of {(request.Posts is { } posts ? StaffWords.Number(posts.Value) : "today's")} posts that makes {ObjectiveOf(request.Objective)} shortest. {result.Plan.Years:0.##} years, the first {result.Plan.WarmUpYears:0.##} not counted; seed {result.Plan.Seed}. Intervals are 95 %, each by itself."),
            ],
            new ShownTable(
                "split",
                "The split of posts, by team",
                [new ShownColumn("Service and team", IsNumber: false), new ShownColumn("Now, FTE"), new ShownColumn("Split, FTE"), new ShownColumn("Change"), new ShownColumn("Mean wait now, days"), new ShownColumn("Mean wait then, days")],
                [.. result.Services.SelectMany(service => Rows(result, service))]),
            [.. Sentences(result)]);
    }

    private static IEnumerable<ImmutableArray<ShownCell>> Rows(SplitResult result, ServiceSplit service)
    {
        double now = service.Teams.Sum(team => team.PresentFte.Value);
        double then = service.Teams.Sum(team => team.Fte.Value);
        yield return [new ShownCell(NameOf(result, service)), new ShownCell(StaffWords.Number(now)), new ShownCell(StaffWords.Number(then)), new ShownCell(StaffWords.Signed(then - now)), new ShownCell(""), new ShownCell("")];
        foreach (TeamSplit team in service.Teams)
        {
            yield return
            [
                new ShownCell($"  {StaffWords.LocalityOf(result.Structure, team.Locality)}"),
                new ShownCell(StaffWords.Number(team.PresentFte.Value), team.PresentFte.Value),
                new ShownCell(StaffWords.Number(team.Fte.Value), team.Fte.Value),
                new ShownCell(StaffWords.Signed(team.Fte.Value - team.PresentFte.Value), team.Fte.Value - team.PresentFte.Value),
                new ShownCell(StaffWords.Wait(team.Present), team.Present?.Wait),
                new ShownCell(StaffWords.Wait(team.Found), team.Found?.Wait),
            ];
        }
    }

    private static IEnumerable<string> Sentences(SplitResult result)
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
