using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Makes consoles for tables and progress that stay plain text wherever they are not shown on a terminal.</summary>
internal static class Terminal
{
    private const int UnlimitedWidth = 10_000;

    /// <summary>Returns a console on a writer. Colours and movement are for a terminal alone, and colours only where NO_COLOR is not set.</summary>
    internal static IAnsiConsole On(TextWriter writer)
    {
        bool isTerminal = (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
            || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
        bool noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        AnsiConsoleSettings settings = new()
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && !noColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        };
        IAnsiConsole console = AnsiConsole.Create(settings);
        if (!isTerminal)
        {
            // A file has no width: lines are not broken where the next program would not expect it.
            console.Profile.Width = UnlimitedWidth;
        }

        return console;
    }
}
