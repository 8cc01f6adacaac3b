using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality schema</c>: prints the JSON Schema of <c>scenario.yaml</c>, by which an editor completes keys and marks mistakes.</summary>
internal static class SchemaCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Command command = new("schema", "Print the JSON Schema of scenario.yaml, by which an editor completes keys and marks mistakes.");
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(ScenarioFolder.SchemaText);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
