using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes how sure a choice is, for a person to read.</summary>
internal static class UncertaintyTable
{
    internal static void Write(UncertaintyAnalysis analysis, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        Measure measure = analysis.Question.Measure;
        string unit = measure.Unit.Length == 0 ? "" : $", {measure.Unit}";
        output.WriteLine(analysis.Scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{measure.Label}{unit}. {analysis.Plan.Replications} futures of {analysis.Plan.Years:0.##} years; seed {analysis.Plan.Seed}. 95 % intervals in brackets."));
        output.WriteLine();
        Table regrets = ComparisonTable.New("Which choice would be regretted?");
        foreach (string heading in new[] { "Mean", "Mean regret", "Worst regret", "Best in", "Wrong in" })
        {
            ComparisonTable.AddColumn(regrets, heading);
        }

        foreach (StructureRegret item in analysis.Structures)
        {
            ComparisonTable.AddRow(regrets, item.Structure.Name, [
                Text(measure, item.Mean), Text(measure, item.MeanRegret), NumberText.Number(item.WorstRegret, measure), NumberText.Percent(item.ShareBest), NumberText.Percent(item.ShareWrong)]);
        }

        console.Write(regrets);
        Table differences = ComparisonTable.New($"Less {analysis.Structures[0].Structure.Name}");
        foreach (string heading in new[] { "Difference", "With figures as they stand", "Better in", "Spread owed to figures", "to drift of demand", "to chance" })
        {
            ComparisonTable.AddColumn(differences, heading);
        }

        foreach (UncertainDifference item in analysis.Differences)
        {
            ComparisonTable.AddRow(differences, item.Structure.Name, [
                NumberText.Of(item.Difference),
                item.AsTheyStand is { } known ? NumberText.Of(known) : "–",
                NumberText.Percent(item.Difference.ShareOfFuturesBetter),
                Share(item.FromFigures),
                Share(item.FromDrift),
                NumberText.Percent(item.FromChance)]);
        }

        console.Write(differences);
        FigureValue[] worth = [.. analysis.Figures.Where(item => item.Information.Value.Mean > 0 || item.Information.Explained > 0)];
        if (worth.Length > 0)
        {
            Table figures = ComparisonTable.New("What to find out first");
            ComparisonTable.AddColumn(figures, $"Worth knowing{unit}");
            ComparisonTable.AddColumn(figures, "Explains of the difference of the best two");
            foreach (FigureValue item in worth)
            {
                ComparisonTable.AddRow(figures, item.Figure.Figure, [Text(measure, item.Information.Value), NumberText.Percent(item.Information.Explained)]);
            }

            console.Write(figures);
        }

        foreach (string sentence in UncertaintyWords.Of(analysis))
        {
            output.WriteLine();
            console.Write(new Text($"{sentence}\n"));
        }
    }

    private static string Text(Measure measure, Interval interval) => NumberText.Of(new MeasureResult(measure, interval.Mean, interval.Lower, interval.Upper));

    private static string Share(Interval? share) => share is { } known
        ? $"{NumberText.Percent(known.Mean)} ({NumberText.Percent(known.Lower)} to {NumberText.Percent(known.Upper)})"
        : "–";
}
