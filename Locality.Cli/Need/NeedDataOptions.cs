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

    internal void AddTo(Command command)
    {
        if (Table is Argument argument)
        {
            command.Add(argument);
        }
        else
        {
            command.Add((Option)Table);
        }

        command.Add(leftOut);
    }

    /// <summary>Reads the table; returns null if it has mistakes, which are then said.</summary>
    internal (NeedData Data, ImmutableArray<string> LeftOut)? Read(ParseResult parsed, List<string> refusals, TextWriter error)
    {
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

        return (data, [.. codes.Distinct(StringComparer.Ordinal)]);
    }
}
