using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is what every command that simulates is told alike: which scenario, how long, from which seed, on how many threads, and where to write JSON.</summary>
/// <param name="drawsFigures">Whether futures draw uncertain figures; otherwise all are taken as they stand.</param>
internal sealed class RunOptions(bool drawsFigures = true)
{
    private readonly Argument<string> folder = ScenarioArgument.Create();

    private readonly Option<string?> json = JsonOutput.CreateOption();

    private readonly Option<double?> years = new("--years")
    {
        Description = "How many years to simulate, warm-up included. The scenario's own number, if absent.",
        HelpName = "Y",
        CustomParser = InvariantNumber.Parse,
    };

    private readonly Option<ulong?> seed = new("--seed")
    {
        Description = "The seed of all draws: the same seed gives the same results. The scenario's own, if absent.",
        HelpName = "S",
        CustomParser = InvariantNumber.ParseWhole<ulong>,
    };

    private readonly Option<int?> threads = new("--threads")
    {
        Description = "How many threads to use; the results do not depend on it. One for each processor, if absent.",
        HelpName = "T",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<string?> uncertain = new("--uncertain")
    {
        Description = "Figures of which every future draws its own value: all (each over the range that 'sensitivity' shows), none, or travel.speed=7..15,staff.absence. The scenario's own, if absent.",
        HelpName = "all|none|NAME=A..B",
    };

    private readonly Option<string?> need = new("--need")
    {
        Description = "A forecast that 'need forecast --out' wrote: every future draws its own level of referrals and its own split among areas from it.",
        HelpName = "FILE",
    };

    private readonly Option<string?> needPathway = new("--need-pathway")
    {
        Description = $"With --need: the pathway whose referrals are forecast. {NeedPathway.Usual}, if absent.",
        HelpName = "ID",
    };

    /// <summary>Gives a command the folder, what is its own, and these options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">Its further arguments and its options.</param>
    /// <param name="action">What it does, once the scenario is read. A scenario with mistakes ends the command before.</param>
    internal Command Complete(Command command, IReadOnlyList<Symbol> own, Func<SimulationCall, ParseResult, CancellationToken, ExitCode> action)
    {
        command.Add(folder);
        foreach (Symbol symbol in own)
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

        command.Add(years);
        command.Add(seed);
        command.Add(threads);
        if (drawsFigures)
        {
            command.Add(uncertain);
            command.Add(need);
            command.Add(needPathway);
        }

        command.Add(json);
        command.SetAction((parsed, cancellation) => Task.FromResult((int)(Open(parsed) is { } call ? action(call, parsed, cancellation) : ExitCode.BadInput)));
        return command;
    }

    /// <summary>Reads the scenario; returns null if it has mistakes, which are then said.</summary>
    private SimulationCall? Open(ParseResult parsed)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        string path = parsed.GetRequiredValue(folder);
        ScenarioReading reading = ScenarioArgument.Read(path, error);
        if (reading.Scenario is not { } read)
        {
            return null;
        }

        List<string> refusals = [];
        Scenario scenario = drawsFigures ? UncertainText.Apply(parsed.GetValue(uncertain), read, refusals) : read with { Uncertain = [] };
        if (drawsFigures && !TryForecast(parsed, ref scenario, refusals, error))
        {
            return null;
        }

        RunPlan plan = scenario.Plan with { Years = parsed.GetValue(years) ?? scenario.Plan.Years, Seed = parsed.GetValue(seed) ?? scenario.Plan.Seed };
        return new SimulationCall(path, reading, scenario, plan, parsed.GetValue(threads), parsed.GetValue(json), output, error, refusals);
    }

    /// <summary>Puts a forecast of need into the scenario; returns false if its file has mistakes, which are then said.</summary>
    private bool TryForecast(ParseResult parsed, ref Scenario scenario, List<string> refusals, TextWriter error)
    {
        (string? file, string? pathway) = (parsed.GetValue(need), parsed.GetValue(needPathway));
        if (file is null)
        {
            refusals.AddRange(pathway is null ? [] : [$"--need-pathway: found '{pathway}' without a forecast; expected --need FILE beside it"]);
            return true;
        }

        (NeedForecast? forecast, ImmutableArray<ScenarioProblem> problems) = NeedForecastJson.ReadFile(file);
        if (forecast is null)
        {
            error.WriteLine(ScenarioException.Describe(problems));
            return false;
        }

        string id = pathway ?? NeedPathway.Usual;
        if (scenario.Start < forecast.FirstDay || scenario.Start >= forecast.FirstDay.AddYears(1))
        {
            error.WriteLine(FormattableString.Invariant($"warning: --need: the forecast is of the year to 31 March {forecast.Year}; the run starts on {scenario.Start:yyyy-MM-dd}, which is not in it"));
        }

        string[] wrong = [.. NeedPathway.Find(scenario, id, "--need-pathway"), .. forecast.Targets.Any(target => target.Target == NeedTarget.Referrals) ? Array.Empty<string>() : ["--need: found a forecast without referrals; expected one with them"]];
        refusals.AddRange(wrong);
        scenario = wrong.Length == 0 ? forecast.ApplyTo(scenario, id) : scenario;
        refusals.AddRange(UncertainFigures.Problems(scenario).Select(problem => $"--need: found {problem.Found}; expected {problem.Expected}"));
        return true;
    }
}
