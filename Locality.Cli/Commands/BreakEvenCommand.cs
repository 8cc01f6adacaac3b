using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Finds the value of a figure at which the better of two structures changes.</summary>
internal sealed class BreakEvenCommand
{
    private readonly Argument<string> name = new("PARAMETER") { Description = "The figure, such as travel.speed; locality sensitivity FOLDER lists a scenario's." };

    private readonly Option<double?> low = new("--low") { Description = "The lowest value. The figure's own range, if absent.", HelpName = "X", CustomParser = InvariantNumber.Parse };

    private readonly Option<double?> high = new("--high") { Description = "The highest value.", HelpName = "X", CustomParser = InvariantNumber.Parse };

    private readonly DifferenceOptions difference = new();

    private readonly RunOptions run = new();

    private BreakEvenCommand()
    {
    }

    internal static Command Create()
    {
        BreakEvenCommand options = new();
        Command command = new("breakeven", "Find the value of a figure at which the better of two structures changes, with an interval.");
        return options.run.Complete(command, [options.name, options.low, options.high, .. options.difference.All], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        Scenario scenario = call.Scenario;
        DifferenceQuestion? question = difference.QuestionOf(scenario, parsed, call.Refusals);
        ScenarioParameter? parameter = ParameterOf(scenario, parsed, call.Refusals);
        if (call.IsRefused() || question is null || parameter is null)
        {
            return ExitCode.BadInput;
        }

        BreakEven found = call.Simulate(
            15 * question.Futures,
            progress => SensitivityExperiment.BreakEvenOf(scenario, question, parameter, parsed.GetValue(low), parsed.GetValue(high), call.Plan, call.Threads, progress, cancellation));
        call.Write(
            output => BreakEvenWords.Write(scenario, question, parameter, found, output),
            () => BreakEvenJson.Of(question, parameter, found, RunManifest.Of(scenario, call.Plan with { Replications = question.Futures }, [question.Structure, question.Baseline], call.Folder)));
        return ExitCode.Done;
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

        (double from, double to) = (parsed.GetValue(low) ?? parameter.Low, parsed.GetValue(high) ?? parameter.High);
        if (!(from < to))
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--low, --high: found {from} and {to}; expected a lowest value below the highest"));
            return null;
        }

        foreach ((string option, double value) in new[] { ("--low", from), ("--high", to) })
        {
            try
            {
                parameter.With(scenario, value);
            }
            catch (ArgumentOutOfRangeException exception)
            {
                refusals.Add($"{option}: {exception.Message.Split(" (Parameter", StringSplitOptions.None)[0]}");
            }
        }

        return parameter;
    }
}
