using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws what a wait costs: structures by recurrent cost and mean wait, with those that cannot be told apart.</summary>
internal static class CostCharts
{
    /// <summary>Draws the structures; null where there is one only, or one has no wait.</summary>
    internal static ScatterChart? WaitAgainstCost(ComparisonView view)
    {
        if (view.Results.Length < 2 || view.Results.Any(result => result.Of(Measure.WaitToAllocation).Mean is null || result.Of(Measure.Cost).Mean is null))
        {
            return null;
        }

        string[] standing = [.. view.Results.Select(result => StandingOf(view, result))];
        return new ScatterChart
        {
            Id = "wait-cost",
            Title = "Wait against cost",
            Alternative = $"Structures by recurrent cost and mean wait. {string.Join("; ", view.Results.Select((result, place) => $"{view.Names[place]}: £{NumberText.Of(result.Of(Measure.Cost))} thousand a year, {NumberText.Of(result.Of(Measure.WaitToAllocation))} days, {standing[place]}"))}.",
            Note = "Vertical lines are each structure's own 95 % interval; whether two differ is told by their paired difference, as they meet the same futures. Not dominated: none of the others is clearly better on one of the two without being clearly worse on the other.",
            HorizontalAxis = "recurrent cost, £000 a year",
            VerticalAxis = "mean wait, days",
            Series = [.. view.Results.Select((result, place) => new ScatterSeries(view.Names[place], place, [Point(view.Names[place], result, standing[place])]))],
            Table = new ShownTable(
                "wait-cost-table",
                "Structures by wait and cost",
                [new ShownColumn("Structure", IsNumber: false), new ShownColumn("Recurrent cost, £000 a year"), new ShownColumn("Mean wait, days"), new ShownColumn("Standing", IsNumber: false)],
                [.. view.Results.Select((result, place) => ImmutableArray.Create(new ShownCell(view.Names[place]), ComparisonView.CellOf(result.Of(Measure.Cost)), ComparisonView.CellOf(result.Of(Measure.WaitToAllocation)), new ShownCell(standing[place])))]),
        };
    }

    private static ScatterPoint Point(string name, StructureResult result, string standing)
    {
        MeasureResult wait = result.Of(Measure.WaitToAllocation);
        MeasureResult cost = result.Of(Measure.Cost);
        return new ScatterPoint(cost.Mean!.Value, wait.Mean!.Value, wait.Lower, wait.Upper, $"{name}\n£{NumberText.Of(cost)} thousand a year\n{NumberText.Of(wait)} days\n{standing}");
    }

    private static string StandingOf(ComparisonView view, StructureResult result)
    {
        List<string> better = [];
        List<string> ties = [];
        foreach (StructureResult other in view.Results.Where(other => other != result))
        {
            StructureDifference difference = view.Comparison.DifferenceBetween(other.Structure.Id, result.Structure.Id);
            (MeasureDifference wait, MeasureDifference cost) = (difference.Of(Measure.WaitToAllocation), difference.Of(Measure.Cost));
            bool gains = wait.IsClearlyBetter || cost.IsClearlyBetter;
            bool loses = wait.IsClearlyWorse || cost.IsClearlyWorse;
            if (gains && !loses)
            {
                better.Add(view.NameOf(other));
            }
            else if (!gains && !loses)
            {
                ties.Add(view.NameOf(other));
            }
        }

        string tied = ties.Count == 0 ? "" : $"; cannot be told from {string.Join(", ", ties)}";
        return better.Count == 0 ? $"not dominated{tied}" : $"dominated by {string.Join(", ", better)}{tied}";
    }
}
