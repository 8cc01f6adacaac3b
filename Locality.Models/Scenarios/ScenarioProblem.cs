namespace LocalitySim.Models;

/// <summary>Is one mistake in a scenario's files: where it is, what was found, what was expected, and how to put it right.</summary>
public sealed record ScenarioProblem
{
    /// <summary>Gets the file, as the caller named the folder.</summary>
    public required string File { get; init; }

    /// <summary>Gets the line, from 1; absent where the mistake is the file itself.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the column, from 1; absent where the mistake is the file itself.</summary>
    public int? Column { get; init; }

    /// <summary>Gets the place inside the file, such as <c>services[2].fte</c>, or a column's name; empty for the whole file.</summary>
    public string Path { get; init; } = "";

    /// <summary>Gets what was found.</summary>
    public required string Found { get; init; }

    /// <summary>Gets what was expected.</summary>
    public required string Expected { get; init; }

    /// <summary>Gets how to put it right, where that can be guessed.</summary>
    public string? Fix { get; init; }

    /// <summary>Writes the mistake in one line: <c>scenario.yaml(41,9): services[2].fte: found -0.5; expected zero or more</c>.</summary>
    public override string ToString() => ScenarioMessage.Write(File, Line, Column, Path, Found, Expected, Fix);
}
