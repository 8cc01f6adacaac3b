using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is the flow of referrals as it is written in JSON: links name their stages by number, from 0.</summary>
internal sealed record ReferralFlowJson(ImmutableArray<ReferralFlowJson.StageJson> Stages, ImmutableArray<ReferralFlowJson.LinkJson> Links)
{
    internal static ReferralFlowJson? Of(ReferralFlow? flow) => flow is null ? null : new(
        [.. flow.Stages.Select(stage => new StageJson(NameOf(stage.Kind), stage.Id))],
        [.. flow.Links.Select(link => new LinkJson(
            flow.Stages.IndexOf(link.From), flow.Stages.IndexOf(link.To), link.ChildrenPerYear.Mean, link.ChildrenPerYear.Lower, link.ChildrenPerYear.Upper))]);

    private static string NameOf(FlowStageKind kind) => kind switch
    {
        FlowStageKind.Source => "source",
        FlowStageKind.Pathway => "pathway",
        FlowStageKind.NoFurtherAction => "no-further-action",
        FlowStageKind.Joined => "joined",
        FlowStageKind.NotInNeed => "not-in-need",
        FlowStageKind.NotYetAssessed => "not-yet-assessed",
        FlowStageKind.Lost => "lost",
        FlowStageKind.StillWaiting => "still-waiting",
        FlowStageKind.Allocated => "allocated",
        FlowStageKind.Closed => "closed",
        FlowStageKind.SteppedUp => "stepped-up",
        FlowStageKind.SteppedDown => "stepped-down",
        _ => "still-open",
    };

    /// <summary>Is a stage.</summary>
    internal sealed record StageJson(string Kind, string? Id);

    /// <summary>Is a link: from a stage to a later one, in children a year.</summary>
    internal sealed record LinkJson(int From, int To, double Mean, double? Lower, double? Upper);
}
