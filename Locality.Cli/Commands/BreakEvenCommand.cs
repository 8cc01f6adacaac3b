using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Finds the value of a figure at which the better of two structures changes.</summary>
internal sealed class BreakEvenCommand
{
    private readonly Argument<string> folder = ScenarioArgument.Create();

    private readonly Argument<string> name = new("PARAMETER") { Description = "The figure, such as travel.speed; locality sensitivity FOLDER lists a scenario's." };

    private readonly Option<double?> low = new("--low") { Description = "The lowest value. The figure's own range, if absent.", HelpName = "X", CustomParser = InvariantNumber.Parse };

    private readonly Option<double?> high = new("--high") { Description = "The highest value.", HelpName = "X", CustomParser = InvariantNumber.Parse };

    private readonly DifferenceOptions difference = new();

    private readonly RunOptions run = new();

    private readonly Option<string?> json = JsonOutput.CreateOption();

    private BreakEvenCommand()
    {
    }

    internal static Command Create()
    {
        BreakEvenCommand options = new();
        Command command = new("breakeven", "Find the value of a figure at which the better of two structures changes, with an interval.")
        {
            options.folder, options.name, options.low, options.high, options.json,
        };
        options.difference.AddTo(command);
        options.run.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult((int)options.Run(parsed, cancellation)));
        return command;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        TextWriter error = parsed.InvocationConfiguration.Error;
        ScenarioReading reading = ScenarioArgument.Read(parsed.GetRequiredValue(folder), error);
        if (reading.Scenario is not { } scenario)
        {
            return ExitCode.BadInput;
        }

        RunPlan plan = run.PlanOf(scenario, parsed);
        string? target = parsed.GetValue(json);
        List<string> refusals = [.. RunRefusals.Find(plan, run.ThreadsOf(parsed), target)];
        DifferenceQuestion? question = difference.QuestionOf(scenario, parsed, refusals);
        ScenarioParameter? parameter = ParameterOf(scenario, parsed, refusals);
        if (refusals.Count > 0 || question is null || parameter is null)
        {
            refusals.ForEach(error.WriteLine);
            return ExitCode.BadInput;
        }

        BreakEven found = ProgressBar.Show(
            error,
            "Simulating futures",
            15 * question.Futures,
            progress => SensitivityExperiment.BreakEvenOf(scenario, question, parameter, parsed.GetValue(low), parsed.GetValue(high), plan, run.ThreadsOf(parsed), progress, cancellation));
        if (!JsonOutput.TakesOutput(target))
        {
            BreakEvenWords.Write(scenario, question, parameter, found, output);
        }

        JsonOutput.Write(target, BreakEvenJson.Of(question, parameter, found, RunManifest.Of(scenario, plan with { Replications = question.Futures }, [question.Structure, question.Baseline], parsed.GetRequiredValue(folder))), output);
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
