using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what came of reading a scenario's folder: the scenario, or every mistake that stands in its way.</summary>
public sealed record ScenarioReading
{
    /// <summary>Gets the scenario; absent where there are problems.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Gets the mistakes, sorted by file, line and column; none where there is a scenario.</summary>
    public required ImmutableArray<ScenarioProblem> Problems { get; init; }

    /// <summary>Gets what is allowed and may yet be a mistake, each with its place in the files; none where there is no scenario.</summary>
    public required ImmutableArray<ScenarioWarning> Warnings { get; init; }
}
