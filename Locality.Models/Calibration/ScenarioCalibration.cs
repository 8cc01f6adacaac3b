using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what calibrating a scenario came to.</summary>
public sealed record ScenarioCalibration
{
    /// <summary>Gets the scenario as its files have it.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets what was asked.</summary>
    public required CalibrationQuestion Question { get; init; }

    /// <summary>Gets how long was simulated, and from which seed; its number of futures is that at every point of the search.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets the fit; parameters and outputs are in the order of the question.</summary>
    public required CalibrationResult Result { get; init; }

    /// <summary>Returns the scenario with all best values, of which the fit speaks: also those that are not pinned down, for the others go with them.</summary>
    /// <returns>The scenario; its level of demand drifts as in the files.</returns>
    public Scenario Calibrated() => Question.Parameters.Zip(Result.Parameters).Aggregate(Scenario, (scenario, pair) => pair.First.Parameter.With(scenario, pair.Second.Value));

    /// <summary>Tells whether a parameter is one to change: the figures pin it down, and the scenario's own value lies outside of its interval.</summary>
    /// <param name="parameter">The parameter, one of the result's.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsChanged(CalibratedParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.IsPinnedDown && !parameter.BaseFits;
    }
}
