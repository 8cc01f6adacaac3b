using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is which parameters are fitted to which figures, and how much is simulated for it.</summary>
public sealed record CalibrationQuestion
{
    /// <summary>Gets the id of the structure in force when the figures were observed.</summary>
    public required string Structure { get; init; }

    /// <summary>Gets what was observed: one figure or more, each once.</summary>
    public required ImmutableArray<ObservedFigure> Figures { get; init; }

    /// <summary>Gets the parameters, some of <see cref="ScenarioParameter.ForCalibration"/>, each with its range: no more than there are figures.</summary>
    public required ImmutableArray<(ScenarioParameter Parameter, double Low, double High)> Parameters { get; init; }

    /// <summary>Gets how much is simulated; its seed and its threads are not used.</summary>
    public CalibrationOptions Options { get; init; } = new();

    /// <summary>Returns the parameters that figures speak of most directly: those that are fitted where nobody names any.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="figures">What was observed.</param>
    /// <returns>The parameters, each once, no more than there are figures; none where no figure suggests one.</returns>
    public static ImmutableArray<ScenarioParameter> Suggested(Scenario scenario, ImmutableArray<ObservedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ImmutableArray<ScenarioParameter> all = ScenarioParameter.ForCalibration(scenario);
        return [.. figures.Select(figure => Suggestion(scenario, all, figure)).OfType<ScenarioParameter>().Distinct()];
    }

    private static ScenarioParameter? Suggestion(Scenario scenario, ImmutableArray<ScenarioParameter> all, ObservedFigure figure)
    {
        string? name = figure.Measure switch
        {
            var measure when measure == Measure.ChildrenReferred || measure == Measure.ChildrenAccepted => "demand.referrals",
            var measure when measure == Measure.AssessedInTime => "assessment.length",
            var measure when measure == Measure.ConferencesInTime => "conference.length",
            var measure when measure == Measure.Returned || measure == Measure.ReturnedSinceClosure => "returns.chance",
            var measure when measure == Measure.Lost => "waiting.patience",
            var measure when measure == Measure.Load || measure == Measure.TravelShare => "casework.contacts",
            var measure when measure == Measure.CasesPerFte || measure == Measure.ChildrenHeld || measure == Measure.ChildrenClosed || measure == Measure.WaitToAllocation
                || measure == Measure.MedianWait || measure == Measure.WaitP90 || measure == Measure.Unallocated || measure == Measure.ChildrenWaiting => "casework.duration",
            _ => null,
        };
        Pathway[] own = figure.By switch
        {
            BreakdownDimension.Pathway => [.. scenario.Pathways.Where(pathway => string.Equals(pathway.Id, figure.Part, StringComparison.Ordinal))],
            BreakdownDimension.Service => [.. scenario.Pathways.Where(pathway => string.Equals(pathway.Service, figure.Part, StringComparison.Ordinal))],
            _ => [],
        };
        string? part = own.Length == 1 ? $"{name}.{own[0].Id}" : null;
        return all.FirstOrDefault(item => string.Equals(item.Name, part, StringComparison.Ordinal)) ?? all.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.Ordinal));
    }
}
