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
        IAnsiConsole console = AnsiConsole.Create(Settings(writer, isTerminal, Environment.GetEnvironmentVariable("NO_COLOR")));
        if (!isTerminal)
        {
            // A file has no width: lines are not broken where the next program would not expect it.
            console.Profile.Width = UnlimitedWidth;
        }

        return console;
    }

    /// <summary>Chooses what a console may do. Source of NO_COLOR: https://no-color.org, by which any text but an empty one counts.</summary>
    internal static AnsiConsoleSettings Settings(TextWriter writer, bool isTerminal, string? noColour) => new()
    {
        Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = isTerminal && string.IsNullOrEmpty(noColour) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    };
}
