using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says where the better of two structures changes, with the differences that were looked at.</summary>
internal static class BreakEvenAnswer
{
    internal static AnswerTable Of(Scenario scenario, DifferenceQuestion question, ScenarioParameter parameter, BreakEven found) => new(
        [scenario.Name, BreakEvenWords.Heading(scenario, question, parameter)],
        new ShownTable(
            "values",
            "The difference at each value",
            [new ShownColumn($"{parameter.Label}, {parameter.Unit}"), new ShownColumn(question.Measure.Unit.Length == 0 ? "Difference" : $"Difference, {question.Measure.Unit}")],
            [.. found.Grid.Select(point => ImmutableArray.Create(new ShownCell(point.Value.ToString("0.###", CultureInfo.InvariantCulture), point.Value), new ShownCell(Text(question.Measure, point.Difference), point.Difference.Mean)))]),
        [.. BreakEvenWords.Sentences(scenario, question, parameter, found)]);

    internal static string Text(Measure measure, Interval difference) => NumberText.Of(new MeasureDifference(measure, difference.Mean, difference.Lower, difference.Upper, null, null));
}
