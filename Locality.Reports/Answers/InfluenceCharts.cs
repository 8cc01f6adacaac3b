using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws what moves what in a scenario.</summary>
internal static class InfluenceCharts
{
    /// <summary>Draws the diagram; null where there is no link.</summary>
    internal static InfluenceChart? Of(Scenario scenario)
    {
        InfluenceDiagram diagram = InfluenceDiagram.Of(scenario);
        int reinforcing = diagram.Loops.Count(loop => loop.IsReinforcing);
        string more = diagram.HasMoreLoops ? " or more" : "";
        return diagram.Links.IsEmpty ? null : new InfluenceChart
        {
            Id = "influence",
            Title = "What moves what in this simulation",
            Alternative = FormattableString.Invariant($"An influence diagram of {diagram.Variables.Length} variables and {diagram.Links.Length} links, with {diagram.Loops.Length}{more} feedback loops, {reinforcing} of them reinforcing. The table lists the links."),
            Note = "+ and blue: more of the one makes more of the other. − and orange: it makes less. Dashed: it takes weeks or months. Only mechanisms that this scenario has switched on are drawn; signs say which way, not how much.",
            Nodes = [.. diagram.Variables.Select(variable => new GraphNode(variable.Label))],
            Edges = [.. diagram.Links.Select(link => new GraphEdge(diagram.Variables.IndexOf(link.From), diagram.Variables.IndexOf(link.To), link.Sign == InfluenceSign.Positive, link.IsDelayed, $"{link.From.Label} → {link.To.Label}\n{link.Mechanism}"))],
            Table = new ShownTable(
                "influence-table",
                "Links of the influence diagram",
                [new ShownColumn("From", IsNumber: false), new ShownColumn("To", IsNumber: false), new ShownColumn("Sign", IsNumber: false), new ShownColumn("How", IsNumber: false), new ShownColumn("Figure that sets it", IsNumber: false)],
                [
                    .. diagram.Links.Select(link => ImmutableArray.Create(
                        new ShownCell(link.From.Label), new ShownCell(link.To.Label), new ShownCell($"{(link.Sign == InfluenceSign.Positive ? "+" : "−")}{(link.IsDelayed ? ", delayed" : "")}"), new ShownCell(link.Mechanism), new ShownCell(link.Figure ?? "–"))),
                ]),
        };
    }

    /// <summary>Says of each feedback loop whether it feeds on itself or works against what starts it.</summary>
    internal static IEnumerable<string> Loops(Scenario scenario)
    {
        InfluenceDiagram diagram = InfluenceDiagram.Of(scenario);
        foreach (InfluenceLoop loop in diagram.Loops)
        {
            string way = string.Join(" → ", loop.Links.Select(link => link.From.Label).Append(loop.Links[0].From.Label));
            yield return $"{(loop.IsReinforcing ? "Reinforcing: it feeds on itself" : "Balancing: it works against what starts it")}{(loop.IsDelayed ? ", after a time" : "")}. {way}.";
        }

        if (diagram.HasMoreLoops)
        {
            yield return "There are more, and longer ones. Two loops through the same variables may cancel each other.";
        }
    }
}
