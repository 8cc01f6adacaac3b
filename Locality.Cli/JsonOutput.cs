using System.CommandLine;
using System.Text.Json;

namespace LocalitySim.Cli;

/// <summary>Is the option <c>--json FILE|-</c>, the same in every command: results as JSON in a file, or on standard output.</summary>
internal static class JsonOutput
{
    private const string StandardOutput = "-";

    /// <summary>Gets how JSON is written: camelCase, indented, letters of every alphabet as they are, absent values as null.</summary>
    internal static JsonSerializerOptions Options => JsonForm.Options;

    /// <summary>Makes the option.</summary>
    internal static Option<string?> CreateOption() =>
        new("--json") { Description = "Write the results as JSON to a file, or to standard output for '-'.", HelpName = "FILE|-" };

    /// <summary>Returns whether JSON takes all of standard output, so that nothing else may be written there.</summary>
    internal static bool TakesOutput(string? target) => string.Equals(target, StandardOutput, StringComparison.Ordinal);

    /// <summary>Writes a value where the option says; nowhere if it was not given.</summary>
    /// <param name="target">The option's value.</param>
    /// <param name="value">The value.</param>
    /// <param name="output">Standard output.</param>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    internal static void Write<T>(string? target, T value, TextWriter output)
    {
        if (target is null)
        {
            return;
        }

        if (TakesOutput(target))
        {
            output.WriteLine(JsonSerializer.Serialize(value, Options));
            return;
        }

        try
        {
            AtomicFile.Write(target, stream => JsonForm.Write(stream, value));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"--json: cannot write {target}: {exception.Message}", exception);
        }
    }
}
