using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Says whether the warm-up is long enough.</summary>
internal sealed class WarmUpCommand
{
    private const int DefaultFutures = 20;

    private readonly Option<string?> structures = new("--structures") { Description = "The structures, by id: a,b,c. All of them, if absent.", HelpName = "a,b" };

    private readonly Option<int?> futures = new("--replications")
    {
        Description = "How many futures to average over: 20 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly RunOptions run = new();

    private WarmUpCommand()
    {
    }

    internal static Command Create()
    {
        WarmUpCommand options = new();
        Command command = new("warmup", "Say whether the years that are not counted are enough, by MSER-5 on the cases held and waiting.");
        return options.run.Complete(command, [options.structures, options.futures], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        call.Plan = call.Plan with { Replications = parsed.GetValue(futures) ?? DefaultFutures, BranchAfterYears = 0 };
        string[] ids = parsed.GetValue(structures)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. call.Scenario.Structures.Select(structure => structure.Id)];
        call.Refusals.AddRange(CompareRefusals.Find(call.Scenario, call.Plan, ids));
        if (call.Plan.Years is > 0 and < 0.6)
        {
            call.Refusals.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--years: found {call.Plan.Years}; expected 0.6 or more: fewer weeks say nothing"));
        }

        if (call.IsRefused())
        {
            return ExitCode.BadInput;
        }

        ImmutableArray<WarmUpAdvice> advice = call.Simulate(
            call.Plan.Replications,
            progress => WarmUpExperiment.Of(call.Scenario, ids, call.Plan, call.Threads, progress, cancellation));
        call.Write(
            output => WarmUpTable.Write(call.Scenario, call.Plan, advice, output),
            () => WarmUpJson.Of(advice, RunManifest.Of(call.Scenario, call.Plan, [.. ids], call.Folder)));
        return cancellation.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.Done;
    }
}
