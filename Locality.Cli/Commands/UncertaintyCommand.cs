using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Says how sure a choice is, what makes it unsure, and what to find out first.</summary>
internal sealed class UncertaintyCommand
{
    private const int MostFutures = 100_000;

    private readonly Option<string?> structures = new("--structures") { Description = "The structures, by id, the baseline first: a,b,c. All of them, if absent.", HelpName = "a,b" };

    private readonly Option<string> measure = DifferenceOptions.CreateMeasure();

    private readonly Option<double?> zone = new("--zone")
    {
        Description = "The regret up to which a structure is no wrong choice, in the measure's unit: 1.4 days for the mean wait, none for another measure, if absent.",
        HelpName = "Z",
        CustomParser = InvariantNumber.Parse,
    };

    private readonly Option<int?> futures = new("--replications")
    {
        Description = "How many futures to simulate, each up to four times: 60 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly OutputFiles files = new();

    private readonly RunOptions run = new();

    private UncertaintyCommand()
    {
    }

    internal static Command Create()
    {
        UncertaintyCommand options = new();
        Command command = new("uncertainty", "Say how sure a choice is, what makes it unsure, which futures make it wrong, and what to find out first.");
        return options.run.Complete(command, [options.structures, options.measure, options.zone, options.futures, .. options.files.Options], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        UncertaintyQuestion? question = QuestionOf(call, parsed);
        call.Refusals.AddRange(files.Refusals(parsed, call.Json));
        if (call.IsRefused() || question is null)
        {
            return ExitCode.BadInput;
        }

        UncertaintyAnalysis analysis = call.Simulate(
            UncertaintyExperiment.RunsOf(call.Scenario, question),
            progress => UncertaintyExperiment.Of(call.Scenario, question, call.Plan, call.Threads, progress, cancellation));
        RunManifest manifest = RunManifest.Of(call.Scenario, analysis.Plan, analysis.Question.Structures, call.Folder);
        call.Write(output => UncertaintyTable.Write(analysis, output), () => UncertaintyJson.Of(analysis, manifest));
        files.Write(parsed, () => UncertaintyTables.Of(analysis, manifest));
        return analysis.IsStopped ? ExitCode.Cancelled : ExitCode.Done;
    }

    private UncertaintyQuestion? QuestionOf(SimulationCall call, ParseResult parsed)
    {
        string[] ids = parsed.GetValue(structures)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. call.Scenario.Structures.Select(structure => structure.Id)];
        call.Refusals.AddRange(RunRefusals.Find(call.Scenario, ids));
        if (ids.Length < 2)
        {
            call.Refusals.Add($"--structures: found {ids.Length.ToString(CultureInfo.InvariantCulture)}; expected two or more: a choice is among several");
        }

        Measure? found = DifferenceOptions.MeasureOf(parsed.GetValue(measure), call.Refusals);
        if (parsed.GetValue(zone) is < 0)
        {
            call.Refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--zone: found {parsed.GetValue(zone)}; expected zero or more"));
        }

        if (parsed.GetValue(futures) is < UncertaintyQuestion.FewestFutures or > MostFutures)
        {
            call.Refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--replications: found {parsed.GetValue(futures)}; expected from {UncertaintyQuestion.FewestFutures} to {MostFutures}: fewer tell no source from another"));
        }

        if (found is null)
        {
            return null;
        }

        UncertaintyQuestion question = new() { Structures = [.. ids], Measure = found };
        return question with
        {
            IndifferenceZone = parsed.GetValue(zone) ?? (ReferenceEquals(found, Measure.WaitToAllocation) ? question.IndifferenceZone : 0),
            Futures = parsed.GetValue(futures) ?? question.Futures,
        };
    }
}
