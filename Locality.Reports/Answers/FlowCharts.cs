using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws what becomes of referrals.</summary>
internal static class FlowCharts
{
    // Fewer children a year than this are too thin to be seen; the table has them.
    private const double ThinnestShare = 0.001;

    /// <summary>Draws the flow of each structure; null where the futures were kept without it.</summary>
    internal static FlowChart? Of(ComparisonView view)
    {
        ReferralFlow[] flows = [.. view.Results.Select(result => result.ReferralFlow).OfType<ReferralFlow>()];
        if (flows.Length < view.Results.Length || Array.Exists(flows, flow => flow.Links.IsEmpty))
        {
            return null;
        }

        FlowStage[] stages = [.. flows.SelectMany(flow => flow.Stages).Distinct()];
        return new FlowChart
        {
            Id = "referral-flow",
            Title = "What becomes of referrals",
            Alternative = $"A flow of children a year from who refers, over pathways, to what becomes of them. {string.Join("; ", flows.Select((flow, place) => $"{view.Names[place]}: {Ends(view, flow)}"))}.",
            Note = "Children a year, mean over futures. What was still open, waiting or not assessed when the run ends is shown as that: it is where the run stops looking, not an outcome. Flows under one in a thousand are in the table alone.",
            Structures = view.Names,
            Nodes = [.. stages.Select(stage => new FlowNode(NameOf(view, stage), DepthOf(stage.Kind)))],
            Flows = [.. flows.Select(flow => Shown(flow).Select(link => new FlowBand(Array.IndexOf(stages, link.From), Array.IndexOf(stages, link.To), Math.Round(link.ChildrenPerYear.Mean, 2), $"{NameOf(view, link.From)} → {NameOf(view, link.To)}\n{Text(link.ChildrenPerYear)} children a year")).ToImmutableArray())],
            Table = new ShownTable(
                "referral-flow-table",
                "Children a year from stage to stage",
                [new ShownColumn("From", IsNumber: false), new ShownColumn("To", IsNumber: false), .. view.Names.Select(name => new ShownColumn(name))],
                [
                    .. flows.SelectMany(flow => flow.Links.Select(link => (link.From, link.To))).Distinct().Select(pair => ImmutableArray.CreateRange(
                    [
                        new ShownCell(NameOf(view, pair.From)), new ShownCell(NameOf(view, pair.To)),
                        .. flows.Select(flow => flow.Links.FirstOrDefault(link => link.From == pair.From && link.To == pair.To) is { } link ? new ShownCell(Text(link.ChildrenPerYear), link.ChildrenPerYear.Mean) : new ShownCell("–")),
                    ])),
                ]),
        };
    }

    private static IEnumerable<Models.FlowLink> Shown(ReferralFlow flow)
    {
        double whole = flow.Links.Where(link => link.From.Kind == FlowStageKind.Pathway).Sum(link => link.ChildrenPerYear.Mean);
        return flow.Links.Where(link => link.ChildrenPerYear.Mean > ThinnestShare * whole);
    }

    private static string NameOf(ComparisonView view, FlowStage stage) => stage.Kind switch
    {
        FlowStageKind.Source => $"From {stage.Id}",
        FlowStageKind.Pathway => view.NameOfPathway(stage.Id!),
        FlowStageKind.NoFurtherAction => "No further action",
        FlowStageKind.Joined => "Joins an open case",
        FlowStageKind.NotInNeed => "Assessed, no need found",
        FlowStageKind.NotYetAssessed => "Not yet assessed at the end",
        FlowStageKind.Lost => "Lost while waiting",
        FlowStageKind.StillWaiting => "Still waiting at the end",
        FlowStageKind.Allocated => $"Lead worker: {view.NameOfService(stage.Id!)}",
        FlowStageKind.Closed => "Closed",
        FlowStageKind.SteppedUp => "Goes on at a higher tier",
        FlowStageKind.SteppedDown => "Goes on at a lower tier",
        _ => "Still open at the end",
    };

    private static int DepthOf(FlowStageKind kind) => kind switch
    {
        FlowStageKind.Source => 0,
        FlowStageKind.Pathway => 1,
        FlowStageKind.Closed or FlowStageKind.SteppedUp or FlowStageKind.SteppedDown or FlowStageKind.StillOpen => 3,
        _ => 2,
    };

    private static string Ends(ComparisonView view, ReferralFlow flow) => string.Join(
        ", ",
        flow.Links.Where(link => DepthOf(link.To.Kind) == 2).GroupBy(link => link.To).Select(group => string.Create(CultureInfo.InvariantCulture, $"{NameOf(view, group.Key)} {group.Sum(link => link.ChildrenPerYear.Mean):#,0}")));

    private static string Text(MeanOverFutures children) => children is { Lower: { } lower, Upper: { } upper }
        ? string.Create(CultureInfo.InvariantCulture, $"{children.Mean:#,0} ({lower:#,0} to {upper:#,0})")
        : string.Create(CultureInfo.InvariantCulture, $"{children.Mean:#,0}");
}
