using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is what the commands on need are told alike: which table, and which authorities to leave out.</summary>
internal sealed class NeedDataOptions
{
    private const string None = "none";

    private readonly Option<string?> leftOut = new("--without")
    {
        Description = "The codes of authorities to leave out, or none. The City of London and the Isles of Scilly, if absent: they are too small.",
        HelpName = "CODE,CODE|none",
    };

    private readonly Option<string?> json = JsonOutput.CreateOption();

    /// <summary>Makes the options.</summary>
    /// <param name="asArgument">Whether the table is an argument; otherwise it is the option <c>--data</c>.</param>
    internal NeedDataOptions(bool asArgument)
    {
        const string Description = "A table of authorities and years. England's published figures, 2013 to 2025, if absent.";
        Table = asArgument
            ? new Argument<string?>("DATA") { Description = Description, Arity = ArgumentArity.ZeroOrOne }
            : new Option<string?>("--data") { Description = Description, HelpName = "FILE" };
    }

    private Symbol Table { get; }

    /// <summary>Gives a command its own arguments and options, and these.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">Its arguments and options.</param>
    /// <param name="action">What it does, once the table is read. A table with mistakes ends the command before.</param>
    /// <param name="writesJson">Whether it takes <c>--json</c>.</param>
    internal Command Complete(Command command, IReadOnlyList<Symbol> own, Func<NeedCall, ParseResult, CancellationToken, ExitCode> action, bool writesJson = true)
    {
        foreach (Symbol symbol in own.OfType<Argument>().Append(Table).Concat(own.OfType<Option>()).Append(leftOut))
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        if (writesJson)
        {
            command.Add(json);
        }

        command.SetAction((parsed, cancellation) => Task.FromResult((int)(Read(parsed) is { } call ? action(call, parsed, cancellation) : ExitCode.BadInput)));
        return command;
    }

    /// <summary>Reads the table; returns null if it has mistakes, which are then said.</summary>
    private NeedCall? Read(ParseResult parsed)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        List<string> refusals = [];
        string? path = Table is Argument<string?> argument ? parsed.GetValue(argument) : parsed.GetValue((Option<string?>)Table);
        NeedData? data = NeedData.Published;
        if (path is not null)
        {
            (data, ImmutableArray<ScenarioProblem> problems) = NeedData.Read(path);
            if (data is null)
            {
                error.WriteLine(ScenarioException.Describe(problems));
                return null;
            }
        }

        HashSet<string> known = [.. data.Authorities.Select(authority => authority.Code)];
        string? text = parsed.GetValue(leftOut);
        string[] codes = text is null ? [.. NeedData.TooSmall.Where(known.Contains)] : text is None ? [] : text.Split(',', StringSplitOptions.TrimEntries);
        refusals.AddRange(codes.Where(code => !known.Contains(code)).Select(code => $"--without: found '{code}'; expected codes of the table, such as {data.Authorities[0].Code}"));
        if (codes.Distinct(StringComparer.Ordinal).Count() >= known.Count)
        {
            refusals.Add("--without: found all authorities; expected some to be left");
        }

        return new NeedCall(data, [.. codes.Distinct(StringComparer.Ordinal)], parsed.GetValue(json), output, error, refusals);
    }
}
