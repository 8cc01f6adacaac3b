using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality describe FOLDER</c>: says in words what a scenario simulates, in the order of the STRESS-DES checklist.</summary>
internal static class DescribeCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = ScenarioArgument.Create();
        Option<bool> markdown = new("--markdown") { Description = "Write Markdown, with headings." };
        Option<bool> defaults = new("--defaults") { Description = "List the values that the scenario leaves to the program, with their sources." };
        Command command = new("describe", "Say in words what a scenario simulates and what it rests on, in the order of the STRESS-DES checklist.") { folder, markdown, defaults };
        command.SetAction(parsed => (int)Run(
            parsed.GetRequiredValue(folder),
            parsed.GetValue(markdown),
            parsed.GetValue(defaults),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static ExitCode Run(string folder, bool markdown, bool defaults, TextWriter output, TextWriter error)
    {
        ScenarioReading reading = ScenarioArgument.Read(folder, error);
        if (reading.Scenario is not { } scenario)
        {
            return ExitCode.BadInput;
        }

        output.Write(ScenarioDescription.Of(DescriptionSource.Of(scenario, folder, defaults), markdown));
        return ExitCode.Done;
    }
}
