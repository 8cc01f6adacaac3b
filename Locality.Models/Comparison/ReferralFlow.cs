using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what became of the referrals of a structure's counted window, in children a year: source, pathway, outcome, and the end of casework.</summary>
/// <remarks>
/// Every referral of the window is followed to the end of the run, where it stands at one of the last stages; so as many children come to an inner stage as leave it.
/// Pathways that do not tell sources apart begin the flow. What had not ended by then is censored: <see cref="FlowStageKind.NotYetAssessed"/>,
/// <see cref="FlowStageKind.StillWaiting"/> and <see cref="FlowStageKind.StillOpen"/> say where it stood, not how it ends, and shares of the others are too low by as much.
/// Cases open before the window are left out, and so are further tiers, which are no referrals.
/// </remarks>
public sealed record ReferralFlow
{
    /// <summary>Gets the stages that anybody came to, from the sources to the ends.</summary>
    public required ImmutableArray<FlowStage> Stages { get; init; }

    /// <summary>Gets the links that anybody took, each from a stage to a later one.</summary>
    public required ImmutableArray<FlowLink> Links { get; init; }

    /// <summary>Returns null where the futures were kept without it.</summary>
    internal static ReferralFlow? Of(FlowLayout layout, ReplicationOutcome[] futures)
    {
        double[][] flows = [.. futures.Select(future => future.Details?.Flows).OfType<double[]>()];
        int[] taken = [.. Enumerable.Range(0, layout.Links.Length).Where(link => Array.Exists(flows, future => future[link] > 0))];
        return flows.Length == 0 ? null : new ReferralFlow
        {
            Stages = [.. layout.Stages.Where((_, stage) => Array.Exists(taken, link => layout.Links[link].From == stage || layout.Links[link].To == stage))],
            Links = [.. taken.Select(link => new FlowLink(
                layout.Stages[layout.Links[link].From],
                layout.Stages[layout.Links[link].To],
                MeanOverFutures.Of([.. flows.Select(future => future[link])], 0, null)))],
        };
    }
}
