using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Reads and checks a scenario's folder: <c>scenario.yaml</c>, <c>areas.csv</c>, <c>neighbours.csv</c> and, where it is there, <c>boundaries.geojson</c>.</summary>
/// <remarks>
/// The files are untrusted. Whatever they hold, reading them ends in a scenario or in problems; it repairs nothing. Files over 5 MB
/// (boundaries: 20 MB) are refused before they are read. All members are safe to call from several threads.
/// </remarks>
public static class ScenarioFolder
{
    /// <summary>Gets the names of the files that make a scenario.</summary>
    public static ImmutableArray<string> FileNames { get; } = ["scenario.yaml", "areas.csv", "neighbours.csv"];

    /// <summary>Gets the names of the files that a scenario may have besides.</summary>
    public static ImmutableArray<string> OptionalFileNames { get; } = ["boundaries.geojson"];

    /// <summary>Gets the JSON Schema (draft 7) of <c>scenario.yaml</c>: every key, with its range and what it means. An editor completes keys by it.</summary>
    /// <remarks>It holds the rules on single values; rules between keys are checked in <see cref="Check"/> alone.</remarks>
    public static string SchemaText => ScenarioSchema.Text();

    /// <summary>Reads a scenario.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ScenarioException">The folder has mistakes: all of them are in the exception.</exception>
    public static Scenario Load(string folder)
    {
        ScenarioReading reading = Read(folder);
        return reading.Scenario ?? throw new ScenarioException(reading.Problems);
    }

    /// <summary>Checks a scenario without throwing.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <returns>The mistakes, sorted by file, line and column; empty where the scenario is good.</returns>
    public static ImmutableArray<ScenarioProblem> Check(string folder) => Read(folder).Problems;

    /// <summary>Reads a scenario without throwing, with its warnings placed in the files.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <returns>The scenario and its warnings, or the mistakes.</returns>
    public static ScenarioReading Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return ScenarioReader.Read(folder);
    }

    /// <summary>Looks for what is allowed and may yet be a mistake.</summary>
    /// <param name="scenario">The scenario, read or made in code.</param>
    /// <returns>The warnings, without a place in a file.</returns>
    public static ImmutableArray<ScenarioWarning> Warnings(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return ScenarioWarnings.Find(scenario);
    }
}
