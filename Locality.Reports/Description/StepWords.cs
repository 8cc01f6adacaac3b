using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Puts the dated changes of a structure into words.</summary>
internal static class StepWords
{
    private const string Neediest = "the teams furthest below their share of need";
    private const string Largest = "the teams with the most posts";

    internal static string Of(DescriptionSource source, PlanStep step)
    {
        string late = step.MeanLateness is { } lateness ? $" (late by {Words.Of(lateness)} on average)" : "";
        return $"on {Words.Of(step.On)}{late}: {Change(source, step)}";
    }

    internal static string Of(DescriptionSource source, RollOut rollOut)
    {
        string ready = rollOut.Ready.IsEmpty ? "" : $"; not ready before: {Words.List(rollOut.Ready.Select(readiness => $"{readiness.Locality} {Words.Of(readiness.On)}"))}";
        string late = rollOut.MeanLateness is { } lateness ? $"; each opening late by {Words.Of(lateness)} on average" : "";
        return $"roll-out of {source.NameOfModel(rollOut.Model)} from {Words.Of(rollOut.First)}: {Words.Count(rollOut.LocalitiesPerPhase, "locality", "localities")} every {Words.Of(rollOut.PhaseLength)}, those with the most need first{ready}{late}";
    }

    private static string Change(DescriptionSource source, PlanStep step) => step switch
    {
        { Redraw: { } redraw } => $"the localities become those of {redraw.To}; {(redraw.KeepOpenCases ? "workers keep open cases" : "cases go to who serves their area")}; a transferred case stands still for {Words.Of(redraw.TransferDelay)}; workers lose {Words.Percent(redraw.Dip)} of their hours for {Words.Of(redraw.DipLength)}",
        { Delivery: { } change } => $"{change.Locality} changes to the delivery model {source.NameOfModel(change.Model)}",
        { MoveBase: { } move } => $"the base of {move.Locality} in {move.From} moves to {move.To}",
        { MovePosts: { } move } => $"{Words.Of(move.Fte)} of {source.NameOfService(move.Service)} move from {move.From ?? Largest} to {move.To ?? Neediest}{(move.ToService is { } to ? $" as {source.NameOfService(to)}, filled after {Words.Of(move.MeanRecruitment)} on average" : "")}",
        { EndGrant: { } end } => $"a grant ends: {Words.Of(end.Fte)} of {source.NameOfService(end.Service)} go from {end.Locality ?? Largest}",
        { NewPosts: { } posts } => $"{Words.Of(posts.Fte)} more of {source.NameOfService(posts.Service)} for {posts.Locality ?? Neediest}, filled after {Words.Of(posts.MeanRecruitment)} on average",
        { Reallocate: { } share } => $"staff of {(share.Services.IsEmpty ? "all services with several teams" : Words.List(share.Services.Select(source.NameOfService)))} are shared anew by {Words.Choice(share.By)}{(share.EveryYear ? ", and again every year" : "")}; a post moves for a gain of {Words.Number(share.Threshold)} posts or more",
        _ => "a change that this version cannot put into words",
    };
}
