using System.Collections.Immutable;
using LocalitySim.Models;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Makes the tables of a search for posts.</summary>
public static class StaffTables
{
    /// <summary>Makes the table of the least posts, a row for each team.</summary>
    /// <param name="result">The posts found.</param>
    /// <param name="manifest">What they were made from.</param>
    /// <returns>The tables. What is promised, and whether the posts are confirmed, stands in the notes.</returns>
    public static TidyTables Of(StaffResult result, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(manifest);
        StaffTarget target = result.Request.Target;
        return new TidyTables
        {
            Manifest = manifest,
            Question = $"How many posts does it take that {StaffWords.TargetOf(target)}?",
            Notes = [.. StaffWords.Of(result)],
            Tables =
            [
                new TidyTable(
                    "posts",
                    "The posts there are and the least that meet the target, by team",
                    [
                        .. Team, Number("present_fte", "The posts there are.", "FTE"), Number("fte", "The least posts found; empty where none was found.", "FTE"),
                        Number("change_fte", "The posts found less those there are.", "FTE"),
                        Text("is_shown", "Whether fresh futures show that the target is met, at the team's part of the joint confidence: yes or no."), Text("reading", "What they allow one to say."),
                        .. Waits("present", target, "with the posts there are"), .. Waits("achieved", target, "with the posts found"),
                        Number("present_load", "The load with the posts there are, as a share: 1 or more is overload; empty where nobody is in post."),
                        .. Interval("list_growth", "cases a month", "growth of the list with the posts there are"),
                        Date("relief_from", "The day from which further posts clear the list; empty where none was asked about, or the list does not grow."), Date("relief_by", "The day by which they clear it."),
                        Number("relief_fluid_fte", "The further posts by the fluid formula.", "FTE"), Number("relief_fte", "The further posts simulated.", "FTE"),
                        .. Interval("list_without_relief", "cases", "list by then without them"), .. Interval("list_with_relief", "cases", "list by then with them"),
                    ],
                    result.Posts.Select(row => Posts(result, row))),
            ],
        };
    }

    /// <summary>Makes the tables of the best split: a row for each team, and a row for each service.</summary>
    /// <param name="result">The split found.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables.</returns>
    public static TidyTables Of(SplitResult result, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(manifest);
        string[] notes =
        [
            .. result.WasStopped ? ["Stopped early: the best split that the search had found. It was not compared in fresh futures."] : Array.Empty<string>(),
            FormattableString.Invariant($"Differences hold for all services at once with a confidence of {result.Request.Confidence}, over {result.Request.CheckFutures} fresh futures that had no part in the choice."),
            UncertainWords.Covered(result.Scenario),
        ];
        return new TidyTables
        {
            Manifest = manifest,
            Question = result.Request.Objective == SplitObjective.Worst ? "Which split of the posts makes the mean wait in the locality that waits longest shortest?" : "Which split of the posts makes the mean wait of all children shortest?",
            Notes = [.. notes],
            Tables =
            [
                new TidyTable(
                    "split_posts",
                    "The posts there are and the split found, by team; waits are means to 180 days",
                    [
                        .. Team, Number("present_fte", "The posts there are.", "FTE"), Number("fte", "The posts by the split.", "FTE"), Number("change_fte", "The split less the posts there are.", "FTE"),
                        .. Interval("present_wait", "days", "wait with the posts there are"), .. Interval("split_wait", "days", "wait with the split"),
                    ],
                    from service in result.Services
                    from team in service.Teams
                    select (ImmutableArray<TidyCell>)
                    [
                        .. TeamOf(result.Scenario, result.Structure, team.Locality, service.Service), TidyCell.Of(team.PresentFte.Value), TidyCell.Of(team.Fte.Value),
                        TidyCell.Of(team.Fte.Value - team.PresentFte.Value), .. WaitOf(team.Present), .. WaitOf(team.Found),
                    ]),
                new TidyTable(
                    "split_services",
                    "What each service's split is worth: the objective less that of the posts there are, in the same fresh futures",
                    [Text("service", "The service's id."), Text("service_name", "The service's name."), .. Interval("", "days", "difference of the objective"), Text("reading", "better, worse, no-clear-difference, present-split-stays or stopped.")],
                    from service in result.Services
                    select (ImmutableArray<TidyCell>)
                        [TidyCell.Of(service.Service), TidyCell.Of(NameOf(result.Scenario, service.Service)), .. ResultColumns.Of(service.Difference), TidyCell.Of(SplitWords.Reading(service, result))]),
            ],
        };
    }

    private static ImmutableArray<TidyColumn> Team { get; } =
    [
        Text("locality", "The team's place: a locality's id, an upper-tier area, or authority."), Text("locality_name", "The place's name."), Text("service", "The service's id."), Text("service_name", "The service's name."),
    ];

    private static ImmutableArray<TidyColumn> Waits(string prefix, StaffTarget target, string when) =>
    [
        Number($"{prefix}_wait", $"The {target.Quantity} {when}; empty where nobody waited, or it is not reached by 180 days.", target.Unit),
        Number($"{prefix}_wait_lower", "The lower end of its interval.", target.Unit), Number($"{prefix}_wait_upper", "The upper end of its interval; empty where it is not reached.", target.Unit),
        .. Interval($"{prefix}_seen_in_time", "", $"share of children, from 0 to 1, seen within the target's time {when}; empty for a target about the mean"),
        Number($"{prefix}_futures_met", $"The share of single futures, from 0 to 1, in which the team meets the target {when}."),
    ];

    private static ImmutableArray<TidyCell> Posts(StaffResult result, StaffedPosts row) =>
    [
        .. TeamOf(result.Scenario, result.Structure, row.Locality, row.Service), TidyCell.Of(row.PresentFte.Value), TidyCell.Of(row.Fte?.Value), TidyCell.Of(row.Fte?.Value - row.PresentFte.Value),
        TidyCell.YesOrNo(row.IsShown), TidyCell.Of(StaffWords.Reading(result, row)), .. WaitsOf(row.Present), .. WaitsOf(row.Achieved), TidyCell.Of(row.Load), .. ResultColumns.Of(row.ListGrowth),
        TidyCell.Of(row.Relief?.From), TidyCell.Of(row.Relief?.By), TidyCell.Of(row.Relief?.FluidFte), TidyCell.Of(row.Relief?.Fte.Value),
        .. ResultColumns.Of(row.Relief?.ListWithout), .. ResultColumns.Of(row.Relief?.ListWith),
    ];

    private static ImmutableArray<TidyCell> TeamOf(Scenario scenario, Structure structure, string locality, string service) =>
        [TidyCell.Of(locality), TidyCell.Of(StaffWords.LocalityOf(structure, locality)), TidyCell.Of(service), TidyCell.Of(NameOf(scenario, service))];

    private static string NameOf(Scenario scenario, string service) => scenario.Services[scenario.IndexOfService(service)].Name;

    private static ImmutableArray<TidyCell> WaitsOf(StaffWaits? waits) => [.. WaitOf(waits), .. ResultColumns.Of(waits?.InTime), TidyCell.Of(waits?.FuturesMet)];

    private static ImmutableArray<TidyCell> WaitOf(StaffWaits? waits) => [TidyCell.Of(waits?.Wait), TidyCell.Of(waits?.Lower), TidyCell.Of(waits?.Upper)];
}
