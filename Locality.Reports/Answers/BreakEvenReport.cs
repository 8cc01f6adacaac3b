using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Makes the report of a break-even: the value of a figure at which the better of two structures changes, on its curve.</summary>
public static class BreakEvenReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameter">The figure.</param>
    /// <param name="found">What was found.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <param name="folder">The folder that the scenario was read from.</param>
    /// <returns>The report.</returns>
    public static Report Of(Scenario scenario, DifferenceQuestion question, ScenarioParameter parameter, BreakEven found, RunManifest manifest, string folder)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(found);
        AnswerTable answer = BreakEvenAnswer.Of(scenario, question, parameter, found);
        return AnswerReport.Of(
            $"{scenario.Name}: where the better structure changes",
            answer.Sentences[0],
            answer,
            [CurveOf(scenario, question, parameter, found, answer)],
            scenario,
            manifest,
            folder,
            string.Create(CultureInfo.InvariantCulture, $"locality breakeven FOLDER {parameter.Name} --seed {manifest.Seed}, with its further options"));
    }

    private static CurveChart CurveOf(Scenario scenario, DifferenceQuestion question, ScenarioParameter parameter, BreakEven found, AnswerTable answer)
    {
        Measure measure = question.Measure;
        string title = $"{scenario.Structure(question.Structure).Name} less {scenario.Structure(question.Baseline).Name}, by {parameter.Label.ToLowerInvariant()}";
        return new CurveChart
        {
            Id = "break-even",
            Title = title,
            Alternative = $"The difference of {measure.Label.ToLowerInvariant()} over the values of the figure, with 95 % intervals. {answer.Sentences[0]}",
            Note = "Where the line crosses zero the better structure changes; between the dashed lines it cannot be told.",
            HorizontalAxis = $"{parameter.Label.ToLowerInvariant()}, {parameter.Unit}",
            VerticalAxis = measure.Unit.Length == 0 ? "difference" : $"difference, {measure.Unit}",
            Points = [.. found.Grid.Select(point => new ScatterPoint(point.Value, point.Difference.Mean, Finite(point.Difference.Lower), Finite(point.Difference.Upper), string.Create(CultureInfo.InvariantCulture, $"{point.Value:0.###} {parameter.Unit}\n{BreakEvenAnswer.Text(measure, point.Difference)}")))],
            Marks = [.. new[] { found.Lower, found.Value, found.Upper }.OfType<double>()],
            Table = answer.Table with { Id = "break-even-table" },
        };
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
