using System.CommandLine;
using System.CommandLine.Parsing;

namespace LocalitySim.Cli;

/// <summary>Is the command <c>locality</c>: finds the subcommand, runs it, and turns what happens into an <see cref="ExitCode"/>.</summary>
public static class LocalityCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments, without the command's own name.</param>
    /// <param name="output">Where results go: standard output.</param>
    /// <param name="error">Where problems and warnings go: standard error.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>How it ended.</returns>
    public static ExitCode Run(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);

        Option<bool> verbose = new("--verbose") { Description = "Show where an unexpected error arose.", Recursive = true };
        RootCommand root = new("LocalitySim tests a reorganisation of localities before anyone has to live with it.") { verbose };

        // One line for each command; a command is one class in Commands.
        root.Add(NewCommand.Create());
        root.Add(ValidateCommand.Create());
        root.Add(DescribeCommand.Create());
        root.Add(CompareCommand.Create(verbose));
        root.Add(WarmUpCommand.Create());
        root.Add(RankCommand.Create());
        root.Add(SensitivityCommand.Create());
        root.Add(BreakEvenCommand.Create());
        root.Add(UncertaintyCommand.Create());
        root.Add(WaterfallCommand.Create());
        root.Add(CalibrateCommand.Create());
        root.Add(StaffCommand.Create());
        root.Add(new Command("need", "Model need.") { NeedEscalationCommand.Create() });
        root.Add(SchemaCommand.Create());

        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed, error);
        }

        // Exceptions and Ctrl-C are ours to handle: a library that ended the process would leave half a run behind.
        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return (ExitCode)parsed.InvokeAsync(configuration, cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (CommandException exception)
        {
            error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
        catch (Models.ScenarioException exception)
        {
            error.WriteLine(exception.Message);
            return ExitCode.BadInput;
        }
#pragma warning disable CA1031 // The outermost frame: a user gets a sentence and an exit code, never a crash.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            error.WriteLine(parsed.GetValue(verbose) ? exception.ToString() : $"{exception.Message} (--verbose shows where)");
            return ExitCode.Failed;
        }
    }

    private static ExitCode Refuse(ParseResult parsed, TextWriter error)
    {
        foreach (ParseError problem in parsed.Errors)
        {
            error.WriteLine(problem.Message);
        }

        string name = parsed.CommandResult.Command is RootCommand ? "locality" : $"locality {parsed.CommandResult.Command.Name}";
        error.WriteLine($"'{name} --help' shows the options.");
        return ExitCode.BadInput;
    }
}
