namespace LocalitySim.Models;

/// <summary>Follows the referrals of a run's counted window to its end.</summary>
internal static class FlowOfRun
{
    private const double YearDays = 365.25;

    /// <summary>Returns the children a year along each link of the layout.</summary>
    /// <remarks>Cases that were open before the window, and further tiers, are no referrals of it. A referral that joined an open case has no time of its own but that.</remarks>
    internal static double[] Of(StructureRun run, FlowLayout layout, double from)
    {
        double[] flows = new double[layout.Links.Length];
        double perYear = YearDays / (run.Now - from);
        Dictionary<Case, Case> nextTiers = run.Cases.Where(item => item.SteppedFrom is not null).ToDictionary(item => item.SteppedFrom!);
        foreach (Case item in run.Cases)
        {
            double? at = item.Outcome == CaseOutcome.Joined ? item.EndedAt : item.ReferredAt;
            if (item.SteppedFrom is not null || !(at >= from))
            {
                continue;
            }

            double children = item.Children * perYear;
            int pathway = layout.Pathway(item.FirstPathway);
            if (item.Source is { } source)
            {
                flows[layout.LinkOf(layout.Source(item.FirstPathway, source), pathway)] += children;
            }

            if (item.AllocatedAt is null)
            {
                flows[layout.LinkOf(pathway, layout.Stage(EndOf(item)))] += children;
                continue;
            }

            // Need that grows worse in the wait changes the pathway before the lead is found; nothing does after.
            PathwayLaws laws = run.LawsOf(item);
            int service = layout.Allocated(laws.Service);
            FlowStageKind end = item.Outcome != CaseOutcome.Closed ? FlowStageKind.StillOpen
                : !nextTiers.TryGetValue(item, out Case? next) ? FlowStageKind.Closed
                : next.FirstPathway == laws.StepsUpTo ? FlowStageKind.SteppedUp
                : FlowStageKind.SteppedDown;
            flows[layout.LinkOf(pathway, service)] += children;
            flows[layout.LinkOf(service, layout.Stage(end))] += children;
        }

        return flows;
    }

    private static FlowStageKind EndOf(Case item) => item.Outcome switch
    {
        CaseOutcome.NoFurtherAction => FlowStageKind.NoFurtherAction,
        CaseOutcome.Joined => FlowStageKind.Joined,
        CaseOutcome.NotInNeed => FlowStageKind.NotInNeed,
        CaseOutcome.Lost => FlowStageKind.Lost,
        _ => item.AcceptedAt is null ? FlowStageKind.NotYetAssessed : FlowStageKind.StillWaiting,
    };
}
