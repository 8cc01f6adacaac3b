using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Says which figures the difference of two structures depends on most.</summary>
internal sealed class SensitivityCommand
{
    private readonly Option<string?> names = new("--parameters") { Description = "The figures to vary: a,b. All that the scenario has, if absent.", HelpName = "a,b" };

    private readonly DifferenceOptions difference = new();

    private readonly RunOptions run = new();

    private SensitivityCommand()
    {
    }

    internal static Command Create()
    {
        SensitivityCommand options = new();
        Command command = new("sensitivity", "Vary one figure after the other, and show what that does to the difference of two structures.");
        return options.run.Complete(command, [options.names, .. options.difference.All], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        Scenario scenario = call.Scenario;
        DifferenceQuestion? question = difference.QuestionOf(scenario, parsed, call.Refusals);
        ImmutableArray<ScenarioParameter> parameters = ParametersOf(scenario, parsed.GetValue(names), call.Refusals);
        if (call.IsRefused() || question is null)
        {
            return ExitCode.BadInput;
        }

        Tornado tornado = call.Simulate(
            ((2 * parameters.Length) + 1) * question.Futures,
            progress => SensitivityExperiment.TornadoOf(scenario, question, parameters, call.Plan, call.Threads, progress, cancellation));
        call.Write(
            output => SensitivityTable.Write(scenario, question, parameters, tornado, output),
            () => SensitivityJson.Of(question, tornado, RunManifest.Of(scenario, call.Plan with { Replications = question.Futures }, [question.Structure, question.Baseline], call.Folder)));
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
