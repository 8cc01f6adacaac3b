using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Finds the value of a figure at which the better of two structures changes.</summary>
internal sealed class BreakEvenCommand
{
    private const int DefaultFutures = 20;

    private readonly Argument<string> name = new("PARAMETER") { Description = "The figure, such as travel.speed; locality sensitivity FOLDER lists a scenario's." };

    private readonly Option<double?> low = new("--low") { Description = "The lowest value. The figure's own range, if absent.", HelpName = "X", CustomParser = InvariantNumber.Parse };

    private readonly Option<double?> high = new("--high") { Description = "The highest value. The figure's own range, if absent.", HelpName = "X", CustomParser = InvariantNumber.Parse };

    private readonly DifferenceOptions difference = new("20 if absent");

    private readonly OutputFiles files = new();

    private readonly ReportFiles report = new();

    private readonly RunOptions run = new();

    private BreakEvenCommand()
    {
    }

    internal static Command Create()
    {
        BreakEvenCommand options = new();
        Command command = new("breakeven", "Find the value of a figure at which the better of two structures changes, with an interval.");
        return options.run.Complete(command, [options.name, options.low, options.high, .. options.difference.All, .. options.files.Options, .. options.report.Options], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        Scenario scenario = call.Scenario;
        DifferenceQuestion? question = difference.QuestionOf(scenario, parsed, call.Refusals, DefaultFutures);
        ScenarioParameter? parameter = ParameterOf(scenario, parsed, call.Refusals);
        call.Refusals.AddRange([.. files.Refusals(parsed, call.Json), .. report.Refusals(parsed)]);
        if (call.IsRefused() || question is null || parameter is null)
        {
            return ExitCode.BadInput;
        }

        BreakEven found = call.Simulate(
            15 * question.Futures,
            progress => SensitivityExperiment.BreakEvenOf(scenario, question, parameter, parsed.GetValue(low), parsed.GetValue(high), call.Plan, call.Threads, progress, cancellation));
        RunManifest manifest = RunManifest.Of(scenario, call.Plan with { Replications = question.Futures }, [question.Structure, question.Baseline], call.Folder);
        call.Write(output => AnswerText.Write(BreakEvenAnswer.Of(scenario, question, parameter, found), output), () => BreakEvenJson.Of(question, parameter, found, manifest));
        files.Write(parsed, () => SensitivityTables.Of(scenario, question, parameter, found, manifest));
        report.Write(parsed, () => BreakEvenReport.Of(scenario, question, parameter, found, manifest, call.Folder));
        return found.Verdict == BreakEvenVerdict.NotYetTold ? ExitCode.Cancelled : ExitCode.Done;
    }

    /// <summary>Finds the parameter, and tries the ends of its range.</summary>
    private ScenarioParameter? ParameterOf(Scenario scenario, ParseResult parsed, List<string> refusals)
    {
        string wanted = parsed.GetRequiredValue(name);
        ScenarioParameter? parameter = ScenarioParameter.Of(scenario).FirstOrDefault(item => string.Equals(item.Name, wanted, StringComparison.Ordinal));
        if (parameter is null)
        {
            refusals.Add($"PARAMETER: found '{wanted}'; expected one of {string.Join(", ", ScenarioParameter.Of(scenario).Select(item => item.Name))}");
            return null;
        }

        int before = refusals.Count;
        foreach ((string option, double? value) in new[] { ("--low", parsed.GetValue(low)), ("--high", parsed.GetValue(high)) })
        {
            if (value is not > 0 && value is not null)
            {
                refusals.Add(string.Create(CultureInfo.InvariantCulture, $"{option}: found {value}; expected a value of {parameter.Name} above 0, in {parameter.Unit}"));
            }
            else if (value is { } possible && Refusal(scenario, parameter, possible) is { } reason)
            {
                refusals.Add($"{option}: {reason}");
            }
        }

        if (refusals.Count == before && EmptyRange(parsed, parameter) is { } empty)
        {
            refusals.Add(empty);
        }

        return parameter;
    }

    private static string? Refusal(Scenario scenario, ScenarioParameter parameter, double value)
    {
        try
        {
            parameter.With(scenario, value);
            return null;
        }
        catch (ArgumentOutOfRangeException exception)
        {
            return RefusalText.Of(exception);
        }
    }

    /// <summary>Says why the lowest value is not below the highest; null if it is. An end that was not given is said to be the figure's own.</summary>
    private string? EmptyRange(ParseResult parsed, ScenarioParameter parameter) => (parsed.GetValue(low), parsed.GetValue(high)) switch
    {
        ({ } from, { } to) when from >= to => Text($"--low, --high: found {from} and {to}; expected a lowest value below the highest"),
        ({ } from, null) when from >= parameter.High => Text($"--low: found {from}; expected a value below the highest, which is {parameter.High} {parameter.Unit} for {parameter.Name} where --high does not say otherwise"),
        (null, { } to) when to <= parameter.Low => Text($"--high: found {to}; expected a value above the lowest, which is {parameter.Low} {parameter.Unit} for {parameter.Name} where --low does not say otherwise"),
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
