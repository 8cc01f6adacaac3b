using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Is what every table about one difference of two structures begins with.</summary>
internal sealed class DifferenceHeading(Scenario scenario, DifferenceQuestion question)
{
    private readonly ImmutableArray<ScenarioParameter> parameters = ScenarioParameter.ForCalibration(scenario);

    internal static ImmutableArray<TidyColumn> Columns { get; } = [.. ResultColumns.Structure, .. Baseline, .. ResultColumns.Measure];

    /// <summary>Gets what is asked, in words.</summary>
    internal string Question { get; } =
        $"{scenario.Structure(question.Structure).Name}, less {scenario.Structure(question.Baseline).Name}: {question.Measure.Label}{(question.Measure.Unit.Length == 0 ? "" : $", {question.Measure.Unit}")}";

    /// <summary>Gets the cells of <see cref="Columns"/>.</summary>
    internal ImmutableArray<TidyCell> Cells { get; } =
        [.. ResultColumns.Of(scenario.Structure(question.Structure)), .. ResultColumns.Of(scenario.Structure(question.Baseline)), .. ResultColumns.Of(question.Measure)];

    /// <summary>Returns the cells of a figure.</summary>
    internal ImmutableArray<TidyCell> Of(ParameterRange range) => [.. Named(range.Name), TidyCell.Of(range.Low), TidyCell.Of(range.Base), TidyCell.Of(range.High)];

    private ImmutableArray<TidyCell> Named(string name)
    {
        ScenarioParameter? known = parameters.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.Ordinal));
        return [TidyCell.Of(name), TidyCell.Of(known?.Label ?? name), TidyCell.Of(known?.Unit ?? "")];
    }
}
