namespace LocalitySim.Models;

/// <summary>Is something in a scenario that is allowed and may yet be a mistake.</summary>
public sealed record ScenarioWarning
{
    /// <summary>Gets the file; absent where the scenario was not read from one.</summary>
    public string? File { get; init; }

    /// <summary>Gets the line, from 1; absent where the scenario was not read from a file.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the column, from 1; absent where the scenario was not read from a file.</summary>
    public int? Column { get; init; }

    /// <summary>Gets the place inside the scenario, such as <c>structures[2].localities[0]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets what was found.</summary>
    public required string Found { get; init; }

    /// <summary>Gets what is usual.</summary>
    public required string Expected { get; init; }

    /// <summary>Gets what may be done about it, where that can be guessed.</summary>
    public string? Fix { get; init; }

    /// <summary>Writes the warning in one line, in the form of a <see cref="ScenarioProblem"/>.</summary>
    public override string ToString() => ScenarioMessage.Write(File, Line, Column, Path, Found, Expected, Fix);
}
