using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Splits the difference of a structure from the scenario's first one into its parts.</summary>
internal sealed class WaterfallCommand
{
    private const int DefaultFutures = 20;

    private readonly DifferenceOptions difference = new("20 if absent");

    private readonly OutputFiles files = new();

    private readonly RunOptions run = new();

    private WaterfallCommand()
    {
    }

    internal static Command Create()
    {
        WaterfallCommand options = new();
        Command command = new("waterfall", "Split the difference of a structure from the scenario's first one: what re-sharing, pooling, management, travel, delivery and the move itself contribute.");
        return options.run.Complete(command, [.. options.difference.All, .. options.files.Options], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        DifferenceQuestion? question = difference.QuestionOf(call.Scenario, parsed, call.Refusals, DefaultFutures);
        if (question is not null)
        {
            try
            {
                WaterfallExperiment.FactorsOf(call.Scenario, question);
            }
            catch (ArgumentException exception)
            {
                string found = RefusalText.Of(exception).TrimEnd('.');
                call.Refusals.Add($"--structures: {char.ToLowerInvariant(found[0])}{found[1..]}");
            }
        }

        call.Refusals.AddRange(files.Refusals(parsed, call.Json));
        if (call.IsRefused() || question is null)
        {
            return ExitCode.BadInput;
        }

        StructureWaterfall waterfall = call.Simulate(
            WaterfallExperiment.RunsOf(call.Scenario, question),
            progress => WaterfallExperiment.Of(call.Scenario, question, call.Plan, call.Threads, progress, cancellation));
        RunManifest manifest = RunManifest.Of(call.Scenario, waterfall.Plan, [question.Structure, question.Baseline], call.Folder);
        call.Write(output => WaterfallTable.Write(waterfall, output), () => WaterfallJson.Of(waterfall, manifest));
        files.Write(parsed, () => WaterfallTables.Of(waterfall, manifest));
        return waterfall.IsStopped ? ExitCode.Cancelled : ExitCode.Done;
    }
}
