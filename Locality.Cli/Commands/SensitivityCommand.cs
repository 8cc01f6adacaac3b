using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Says which figures the difference of two structures depends on most.</summary>
internal sealed class SensitivityCommand
{
    private readonly Option<string> method = new("--method")
    {
        Description = "tornado: each figure alone, to the ends of its range. morris: paths through all ranges; tells also which figures work through others. sobol: shares of the variance over all ranges.",
        HelpName = string.Join('|', SensitivityRequest.Methods),
        DefaultValueFactory = _ => SensitivityRequest.Tornado,
    };

    private readonly Option<string?> names = new("--parameters") { Description = "The figures to vary: a,b. All that the scenario has, if absent.", HelpName = "a,b" };

    private readonly Option<int?> trajectories = new("--trajectories")
    {
        Description = "How many paths morris takes: 10 if absent.",
        HelpName = "T",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<int?> points = new("--points")
    {
        Description = "How many points sobol takes, a power of two: 256 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly DifferenceOptions difference = new("20 if absent; with morris 4, with sobol 2");

    private readonly OutputFiles files = new();

    private readonly ReportFiles report = new();

    private readonly RunOptions run = new();

    private SensitivityCommand()
    {
    }

    internal static Command Create()
    {
        SensitivityCommand options = new();
        Command command = new("sensitivity", "Vary the figures of a scenario, and show what that does to the difference of two structures.");
        return options.run.Complete(command, [options.method, options.names, options.trajectories, options.points, .. options.difference.All, .. options.files.Options, .. options.report.Options], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        Scenario scenario = call.Scenario;
        SensitivityRequest request = new()
        {
            Method = parsed.GetValue(method)!,
            Parameters = parsed.GetValue(names),
            Trajectories = parsed.GetValue(trajectories),
            Points = parsed.GetValue(points),
        };
        DifferenceQuestion? question = difference.QuestionOf(scenario, parsed, call.Refusals, request.DefaultFutures);
        ImmutableArray<ScenarioParameter> parameters = request.ParametersOf(scenario, call.Refusals);
        call.Refusals.AddRange(request.Refuse(parameters.Length, question));
        call.Refusals.AddRange([.. files.Refusals(parsed, call.Json), .. report.Refusals(parsed)]);
        if (call.IsRefused() || question is null)
        {
            return ExitCode.BadInput;
        }

        SensitivityView view = new(scenario, question, parameters);
        int total = request.Evaluations(parameters.Length, question.Futures);
        bool stopped;
        switch (request.Method)
        {
            case SensitivityRequest.Morris:
                MorrisScreening screening = call.Simulate(total, progress => SensitivityExperiment.MorrisOf(
                    scenario, question, parameters, request.TrajectoriesWanted, call.Plan, call.Threads, progress, cancellation));
                stopped = screening.Trajectories < request.TrajectoriesWanted;
                call.Write(
                    output => AnswerText.Write(ScreeningAnswer.Of(view, screening, request.TrajectoriesWanted), output),
                    () => ScreeningJson.Of(question, screening, stopped, Manifest()));
                files.Write(parsed, () => SensitivityTables.Of(scenario, question, screening, stopped, Manifest()));
                report.Write(parsed, () => SensitivityReport.Of(scenario, question, parameters, screening, request.TrajectoriesWanted, Manifest(), call.Folder));
                break;
            case SensitivityRequest.Sobol:
                SobolIndices indices = call.Simulate(total, progress => SensitivityExperiment.SobolOf(
                    scenario, question, parameters, request.PointsWanted, call.Plan, call.Threads, progress, cancellation));
                stopped = indices.Rows < request.PointsWanted;
                call.Write(
                    output => AnswerText.Write(VarianceAnswer.Of(view, indices, request.PointsWanted), output),
                    () => VarianceShareJson.Of(question, indices, stopped, Manifest()));
                files.Write(parsed, () => SensitivityTables.Of(scenario, question, indices, stopped, Manifest()));
                report.Write(parsed, () => SensitivityReport.Of(scenario, question, parameters, indices, request.PointsWanted, Manifest(), call.Folder));
                break;
            default:
                Tornado tornado = call.Simulate(total, progress => SensitivityExperiment.TornadoOf(
                    scenario, question, parameters, call.Plan, call.Threads, progress, cancellation));
                stopped = !tornado.Missing.IsEmpty;
                call.Write(output => AnswerText.Write(TornadoAnswer.Of(view, tornado), output), () => SensitivityJson.Of(question, tornado, Manifest()));
                files.Write(parsed, () => SensitivityTables.Of(scenario, question, tornado, Manifest()));
                report.Write(parsed, () => SensitivityReport.Of(scenario, question, parameters, tornado, Manifest(), call.Folder));
                break;
        }

        return stopped ? ExitCode.Cancelled : ExitCode.Done;

        RunManifest Manifest() => RunManifest.Of(scenario, call.Plan with { Replications = question.Futures }, [question.Structure, question.Baseline], call.Folder);
    }
}
