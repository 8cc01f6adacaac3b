using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Says which figures the difference of two structures depends on most.</summary>
internal sealed class SensitivityCommand
{
    private readonly Argument<string> folder = ScenarioArgument.Create();

    private readonly Option<string?> names = new("--parameters") { Description = "The figures to vary: a,b. All that the scenario has, if absent.", HelpName = "a,b" };

    private readonly DifferenceOptions difference = new();

    private readonly RunOptions run = new();

    private readonly Option<string?> json = JsonOutput.CreateOption();

    private SensitivityCommand()
    {
    }

    internal static Command Create()
    {
        SensitivityCommand options = new();
        Command command = new("sensitivity", "Vary one figure after the other, and show what that does to the difference of two structures.")
        {
            options.folder, options.names, options.json,
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
        ImmutableArray<ScenarioParameter> parameters = ParametersOf(scenario, parsed.GetValue(names), refusals);
        if (refusals.Count > 0 || question is null)
        {
            refusals.ForEach(error.WriteLine);
            return ExitCode.BadInput;
        }

        Tornado tornado = ProgressBar.Show(
            error,
            "Simulating futures",
            ((2 * parameters.Length) + 1) * question.Futures,
            progress => SensitivityExperiment.TornadoOf(scenario, question, parameters, plan, run.ThreadsOf(parsed), progress, cancellation));
        if (!JsonOutput.TakesOutput(target))
        {
            SensitivityTable.Write(scenario, question, parameters, tornado, output);
        }

        JsonOutput.Write(target, SensitivityJson.Of(question, tornado, RunManifest.Of(scenario, plan with { Replications = question.Futures }, [question.Structure, question.Baseline], parsed.GetRequiredValue(folder))), output);
        return ExitCode.Done;
    }

    private static ImmutableArray<ScenarioParameter> ParametersOf(Scenario scenario, string? wanted, List<string> refusals)
    {
        ImmutableArray<ScenarioParameter> all = ScenarioParameter.Of(scenario);
        if (wanted is null)
        {
            return all;
        }

        string[] chosen = wanted.Split(',', StringSplitOptions.TrimEntries);
        refusals.AddRange(chosen.Where(name => !all.Any(item => string.Equals(item.Name, name, StringComparison.Ordinal)))
            .Select(name => $"--parameters: found '{name}'; expected one of {string.Join(", ", all.Select(item => item.Name))}"));
        return [.. all.Where(item => chosen.Contains(item.Name, StringComparer.Ordinal))];
    }
}
