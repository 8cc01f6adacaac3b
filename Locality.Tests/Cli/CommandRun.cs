using LocalitySim.Cli;

namespace LocalitySim.Tests;

/// <summary>A run of the command inside the test's own process, and what it wrote.</summary>
internal sealed record CommandRun(ExitCode ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        ExitCode exitCode = LocalityCommand.Run(args, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
