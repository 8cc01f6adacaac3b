using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says in words what an analysis of uncertainty allows one to say.</summary>
internal static class UncertaintyWords
{
    internal static IEnumerable<string> Of(UncertaintyAnalysis analysis)
    {
        Measure measure = analysis.Question.Measure;
        string unit = UnitOf(measure);
        if (analysis.IsStopped)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Stopped: {analysis.Plan.Replications} of {analysis.Question.Futures} futures are in these figures.");
        }

        StructureRegret least = analysis.Structures.MinBy(item => item.WorstRegret)!;
        StructureRegret mildest = analysis.Structures.MinBy(item => item.MeanRegret.Mean)!;
        yield return ReferenceEquals(least, mildest)
            ? $"Least regretted: {least.Structure.Name}, on average ({NumberText.Number(least.MeanRegret.Mean, measure)} {unit}) and in the worst of these futures ({NumberText.Number(least.WorstRegret, measure)} {unit})."
            : $"Least regretted on average: {mildest.Structure.Name} ({NumberText.Number(mildest.MeanRegret.Mean, measure)} {unit}); in the worst of these futures: {least.Structure.Name} ({NumberText.Number(least.WorstRegret, measure)} {unit}).";
        foreach (StructureRegret item in analysis.Structures.Where(item => item.Mark is not null))
        {
            WrongMark mark = item.Mark!;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{item.Structure.Name} is the wrong choice mostly where {mark.Name} is {(mark.WhereWrong > mark.Elsewhere ? "high" : "low")}: {mark.WhereWrong:0.##} {mark.Unit} on average there, {mark.Elsewhere:0.##} elsewhere.");
        }

        if (analysis.Scenario.Uncertain.IsEmpty)
        {
            yield return "No figure is uncertain here: chance and the drift of demand are all there is. --uncertain all, or the key 'uncertain' of the scenario, says which figures are not known well.";
        }
        else
        {
            yield return Worth(analysis, unit);
        }

        yield return $"Regret: by how much the best structure of a future is better in it. Wrong in: futures in which that is more than {NumberText.Number(analysis.Question.IndifferenceZone, measure)} {unit}. Better in: a share of futures, not the chance that the mean is better. Spread: the variance of the difference from future to future; chance holds what sources do only together.";
        yield return UncertainWords.Covered(analysis.Scenario);
    }

    private static string Worth(UncertaintyAnalysis analysis, string unit)
    {
        FigureValue[] worth = [.. analysis.Figures.Where(item => item.Information.Value.Lower > 0)];
        if (worth.Length > 0)
        {
            Interval most = worth[0].Information.Value;
            return $"Find out {worth[0].Figure.Figure} first: choosing with it known would gain {Number(analysis, most.Mean)} ({Number(analysis, most.Lower)} to {Number(analysis, most.Upper)}) {unit} on average. Where structures are tied this is estimated too low.";
        }

        return analysis.Figures.Any(item => item.Information.Matters)
            ? "No figure is clearly worth finding out first: some change how much better a structure is, and none clearly which one is."
            : "No figure is seen to change the differences of structures: these futures do not tell which to find out first.";
    }

    private static string Number(UncertaintyAnalysis analysis, double value) => NumberText.Number(value, analysis.Question.Measure);

    private static string UnitOf(Measure measure) => measure.Unit.Length == 0 ? "of the index" : measure.Unit;
}
