using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

public class LocalityCommandTests
{
    [Fact]
    public void An_unknown_option_ends_with_2_on_standard_error()
    {
        CommandRun run = CommandRun.Of("validate", "folder", "--jsn");
        Assert.Equal(2, (int)run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal("Unrecognized command or argument '--jsn'.\n'locality validate --help' shows the options.\n", run.Error);
    }

    [Fact]
    public void A_missing_argument_ends_with_2_on_standard_error()
    {
        CommandRun run = CommandRun.Of("validate");
        Assert.Equal(2, (int)run.ExitCode);
        Assert.Equal("Required argument 'FOLDER' missing for command: 'validate'.\n'locality validate --help' shows the options.\n", run.Error);
    }

    [Fact]
    public void No_command_at_all_ends_with_2()
    {
        CommandRun run = CommandRun.Of();
        Assert.Equal(2, (int)run.ExitCode);
        Assert.Equal("Required command was not provided.\n'locality --help' shows the options.\n", run.Error);
    }

    [Fact]
    public void Help_goes_to_standard_output_and_ends_with_0()
    {
        CommandRun run = CommandRun.Of("validate", "--help");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("validate <FOLDER> [options]", run.Output, StringComparison.Ordinal);
        Assert.Contains("--json <FILE|->", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unexpected_error_ends_with_3_and_shows_its_place_only_when_asked()
    {
        using SmallScenario scenario = new();
        using StringWriter brief = new() { NewLine = "\n" };
        Assert.Equal(ExitCode.Failed, LocalityCommand.Run(["validate", scenario.Folder], new BrokenWriter(), brief, TestContext.Current.CancellationToken));
        Assert.Equal("The pipe is broken. (--verbose shows where)\n", brief.ToString());

        using StringWriter full = new() { NewLine = "\n" };
        Assert.Equal(ExitCode.Failed, LocalityCommand.Run(["validate", scenario.Folder, "--verbose"], new BrokenWriter(), full, TestContext.Current.CancellationToken));
        Assert.StartsWith("System.NotSupportedException: The pipe is broken.", full.ToString(), StringComparison.Ordinal);
        Assert.Contains(" at LocalitySim.", full.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_command_ends_with_130()
    {
        using SmallScenario scenario = new();
        using StringWriter output = new();
        using StringWriter error = new() { NewLine = "\n" };
        Assert.Equal(130, (int)LocalityCommand.Run(["validate", scenario.Folder], output, error, new CancellationToken(canceled: true)));
        Assert.Equal("", output.ToString());
        Assert.Equal("Cancelled.\n", error.ToString());
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(char value) => throw new NotSupportedException("The pipe is broken.");

        public override void Write(string? value) => throw new NotSupportedException("The pipe is broken.");

        public override void WriteLine(string? value) => throw new NotSupportedException("The pipe is broken.");
    }
}
