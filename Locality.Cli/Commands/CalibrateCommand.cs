using System.CommandLine;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Fits figures of a scenario to what was observed, and says what could not be pinned down.</summary>
internal sealed class CalibrateCommand
{
    private readonly Option<string?> observed = new("--observed") { Description = $"The table of observed figures. {ObservedFile.FileName} in the folder, if absent.", HelpName = "FILE" };

    private readonly Option<string?> structure = new("--structure") { Description = "The structure that was in force. The first, if absent.", HelpName = "ID" };

    private readonly Option<string?> names = new("--parameters")
    {
        Description = "The figures to fit: a,b. Those that the observed figures speak of most directly, if absent.",
        HelpName = "a,b",
    };

    private readonly Option<string[]> ranges = new("--range")
    {
        Description = "The range in which a figure is looked for, such as casework.duration=0.5:2; may come several times.",
        HelpName = "NAME=LOW:HIGH",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int?> futures = new("--replications")
    {
        Description = "How many futures to simulate at every point of the search: 10 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<int?> refinements = new("--refinements")
    {
        Description = "How often the search may look more closely around its best point: 6 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly RunOptions run = new(drawsFigures: false);

    private CalibrateCommand()
    {
    }

    internal static Command Create()
    {
        CalibrateCommand options = new();
        Command command = new("calibrate", "Fit figures of a scenario to observed waits, caseloads and throughput, and say what could not be pinned down.");
        return options.run.Complete(command, [options.observed, options.structure, options.names, options.ranges, options.futures, options.refinements], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        CalibrationRequest request = new()
        {
            Observed = parsed.GetValue(observed) ?? Path.Combine(call.Folder, ObservedFile.FileName),
            Structure = parsed.GetValue(structure),
            Parameters = parsed.GetValue(names),
            Ranges = parsed.GetValue(ranges)!,
            Futures = parsed.GetValue(futures),
            Refinements = parsed.GetValue(refinements),
        };
        CalibrationQuestion? question = request.QuestionOf(call.Scenario, call.Refusals);
        call.Plan = question is null ? call.Plan : CalibrationExperiment.PlanFor(question.Figures, call.Plan);
        if (call.IsRefused() || question is null)
        {
            return ExitCode.BadInput;
        }

        ScenarioCalibration calibration = call.Simulate(
            question.Options.MostEvaluations(question.Parameters.Length),
            progress => CalibrationExperiment.Fit(call.Scenario, question, call.Plan, call.Threads, progress, cancellation));
        call.Write(
            output => CalibrationTable.Write(calibration, request.Observed, output),
            () => CalibrationJson.Of(calibration, CalibrationExperiment.ManifestOf(calibration, call.Folder, request.Observed)));
        return calibration.Result.End == CalibrationEnd.Stopped ? ExitCode.Cancelled : ExitCode.Done;
    }
}
