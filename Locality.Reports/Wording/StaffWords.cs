using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says in words what a search for posts found.</summary>
internal static class StaffWords
{
    internal static string TargetOf(StaffTarget target) => target.Kind == StaffTargetKind.Mean
        ? Text($"the mean wait is at most {target.Time:0.###} {target.Unit}")
        : Text($"{100 * target.Share:0.###} % of the children accepted are seen within {target.Time:0.###} {target.Unit}");

    internal static string HeadingOf(StaffTarget target, string when) => target.Kind == StaffTargetKind.Mean ? $"Mean wait {when}" : $"In time {when}, %";

    internal static string WaitHeadingOf(StaffTarget target) => target.Kind == StaffTargetKind.Mean ? "Mean wait then" : Text($"P{100 * target.Share:0.###} then");

    internal static string LocalityOf(Structure structure, string team) =>
        structure.Localities.FirstOrDefault(locality => string.Equals(locality.Id, team, StringComparison.Ordinal))?.Name
        ?? (string.Equals(team, "authority", StringComparison.Ordinal) ? "Whole authority" : team);

    internal static string Number(double fte) => Text($"{fte:#,0.##}");

    internal static string Sum(IReadOnlyCollection<StaffedPosts> rows) => rows.All(row => row.Fte is not null) ? Number(rows.Sum(row => row.Fte!.Value.Value)) : "–";

    internal static string Change(IReadOnlyCollection<StaffedPosts> rows)
    {
        if (rows.Any(row => row.Fte is null))
        {
            return "–";
        }

        return Signed(rows.Sum(row => row.Fte!.Value.Value - row.PresentFte.Value));
    }

    internal static string Signed(double change) => Text($"{change:+#,0.##;−#,0.##;0}");

    internal static string InTime(StaffTarget target, StaffWaits? waits) => target.Kind == StaffTargetKind.Mean ? Wait(waits)
        : waits?.InTime is { } share ? Text($"{100 * share.Mean:0.0} ({100 * share.Lower:0.0} to {100 * share.Upper:0.0})")
        : "–";

    internal static string Wait(StaffWaits? waits)
    {
        if (waits is null || waits == new StaffWaits(null, null, null, null, null))
        {
            return "–";
        }

        return $"{Days(waits.Wait)} ({Days(waits.Lower)} to {Days(waits.Upper)})";

        static string Days(double? days) => days is { } value ? Text($"{value:0.0}") : NumberText.NotReached;
    }

    /// <summary>Reads one team's row.</summary>
    internal static string Reading(StaffResult result, StaffedPosts row) => row switch
    {
        { Fte: null } => "not found",
        { Achieved: null } => "not checked",
        { IsShown: true, IsOverloaded: true } => "meets it; list grows now",
        { IsShown: true } => "meets it",
        _ => "not shown",
    };

    /// <summary>Says which teams no number of posts is enough for.</summary>
    internal static IEnumerable<string> OutOfReach(StaffResult result)
    {
        StaffTarget target = result.Request.Target;
        foreach (StaffedPosts row in result.Posts.Where(row => row.AtMost is not null))
        {
            CapacityEstimate most = row.AtMost!;
            string reached = target.Kind == StaffTargetKind.Mean
                ? Text($"the mean wait is {target.Time - most.Mean:0.0#} {target.Unit}")
                : Text($"{100 * (target.Share + most.Mean):0.0} % are seen in time");
            yield return Text($"--target: found '{target}', which no staffing of {row.Service} meets in {LocalityOf(result.Structure, row.Locality)}: with {most.Capacity} posts {reached}; expected a target that posts alone can meet: families lost, panels and managers count too");
        }
    }

    /// <summary>Returns the sentences under the table.</summary>
    internal static IEnumerable<string> Of(StaffResult result)
    {
        double confidence = result.Request.Confidence;
        int futures = result.CheckedFutures;
        yield return result.End switch
        {
            StaffEnd.Confirmed => Text($"Checked in {futures} fresh futures that had no part in the choice: all teams meet the target at once, with a confidence of at least {confidence} (normal means of futures assumed).{Added(result)}"),
            StaffEnd.NotConfirmed => Text($"Not confirmed: posts were added {result.Additions} times, and {futures} fresh futures still do not show that all teams meet the target at once with a confidence of {confidence}. More futures (--replications) may."),
            _ => "Stopped early: posts that are missing were not found yet, and what is not checked may be too few. Nothing here is a promise.",
        };
        if (result.Achieved is { } whole)
        {
            yield return Text($"All these teams together: {result.Request.Target.Quantity} {Wait(whole)} {result.Request.Target.Unit}.");
        }

        if (result.Posts.Any(row => row.Fte is not null))
        {
            yield return "Least: one post fewer was not shown to meet the target, in the search or in an earlier check. Chance may make it a post too many, seldom too few. Posts are whole posts of the service's size; all other teams keep theirs.";
        }

        foreach (StaffedPosts row in result.Posts.Where(row => row.IsOverloaded && row.ListGrowth is not null))
        {
            yield return Overload(result, row);
        }

        if (result.Posts.Any(row => row.IsExact))
        {
            yield return "A team that is a queue M/M/c by the scenario's own rules has the posts of Erlang's formula: exact for a settled system, and borne out by the fresh futures.";
        }

        yield return "Futures met: the share of single futures in which the team meets the target. The target is met over all futures; in a year of high demand it may be missed.";
        yield return $"Families lost while they wait are never seen, and count against a share. Open waits are censored, not dropped. {UncertainWords.Covered(result.Scenario)}";
    }

    /// <summary>Says how a list grows with the posts there are, and what clears it.</summary>
    private static string Overload(StaffResult result, StaffedPosts row)
    {
        Interval growth = row.ListGrowth!.Value;
        string name = $"{result.Scenario.Services[result.Scenario.IndexOfService(row.Service)].Name}, {LocalityOf(result.Structure, row.Locality)}";
        string load = double.IsFinite(row.Load) ? Text($"load {100 * row.Load:0} %") : "nobody in post";
        string text = growth.Lower > 0
            ? Text($"{name}: with today's posts the list grows by {growth.Mean:0.00} cases a month ({growth.Lower:0.00} to {growth.Upper:0.00}); {load}.")
            : Text($"{name}: {load} with today's posts: the list must grow in the long run, or families give up; in these years its growth is not clear, {growth.Mean:0.00} cases a month ({growth.Lower:0.00} to {growth.Upper:0.00}).");
        return row.Relief is not { } relief
            ? text
            : text + Text($" To clear it from {relief.From:yyyy-MM-dd} by {relief.By:yyyy-MM-dd}: {relief.FluidFte:0.0#} FTE more by the fluid formula. Simulated with {Number(relief.Fte.Value)} FTE more, {relief.ListWith.Mean:0.0} cases wait by then ({relief.ListWith.Lower:0.0} to {relief.ListWith.Upper:0.0}), instead of {relief.ListWithout.Mean:0.0} ({relief.ListWithout.Lower:0.0} to {relief.ListWithout.Upper:0.0}).");
    }

    private static string Added(StaffResult result) => result.Additions switch
    {
        0 => "",
        1 => " The first fresh futures did not bear out the search: posts were added once, and checked in other futures.",
        _ => Text($" Fresh futures did not bear out the search at first: posts were added {result.Additions} times, each checked in other futures."),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
