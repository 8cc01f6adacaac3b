namespace LocalitySim.Models;

/// <summary>Follows the referrals of a run's counted window to its end.</summary>
internal static class FlowOfRun
{
    private const double YearDays = 365.25;

    /// <summary>Returns the children a year along each link of the layout.</summary>
    /// <remarks>Cases that were open before the window, and further tiers, are no referrals of it. A referral that joined an open case has no time of its own but that.</remarks>
    internal static double[] Of(StructureRun run, FlowLayout layout, double from)
    {
        int[] children = new int[layout.Links.Length];
        Dictionary<Case, Case> nextTiers = [];

        // Backwards, because a further tier comes after the case that it goes on from.
        for (int index = run.Cases.Count - 1; index >= 0; index--)
        {
            Case item = run.Cases[index];
            if (item.SteppedFrom is { } earlier)
            {
                nextTiers.Add(earlier, item);
                continue;
            }

            double? at = item.Outcome == CaseOutcome.Joined ? item.EndedAt : item.ReferredAt;
            if (!(at >= from))
            {
                continue;
            }

            int pathway = layout.Pathway(item.FirstPathway);
            if (item.Source is { } source)
            {
                children[layout.LinkOf(layout.Source(item.FirstPathway, source), pathway)] += item.Children;
            }

            if (item.AllocatedAt is null)
            {
                children[layout.LinkOf(pathway, layout.Stage(EndOf(item)))] += item.Children;
                continue;
            }

            // Need that grows worse in the wait changes the pathway before the lead is found; nothing does after.
            PathwayLaws laws = run.LawsOf(item);
            int service = layout.Allocated(laws.Service);
            FlowStageKind end = item.Outcome != CaseOutcome.Closed ? FlowStageKind.StillOpen
                : !nextTiers.TryGetValue(item, out Case? next) ? FlowStageKind.Closed
                : next.FirstPathway == laws.StepsUpTo ? FlowStageKind.SteppedUp
                : FlowStageKind.SteppedDown;
            children[layout.LinkOf(pathway, service)] += item.Children;
            children[layout.LinkOf(service, layout.Stage(end))] += item.Children;
        }

        double perYear = YearDays / (run.Now - from);
        return [.. children.Select(sum => sum * perYear)];
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
