using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Chooses the best of many structures with a stated probability, and ranks them.</summary>
internal sealed class RankCommand
{
    private readonly Option<bool> everyGrouping = new("--every-grouping")
    {
        Description = "Rank every contiguous grouping of a structure's localities, posts shared by need, instead of what the scenario names: its groupings, or its structures.",
    };

    private readonly Option<string?> of = new("--of") { Description = "The structure whose localities are grouped. That of the scenario's groupings, or the first, if absent.", HelpName = "ID" };

    private readonly Option<string?> into = new("--into") { Description = "The numbers of localities of the groupings: 2,3. Any, if absent.", HelpName = "K,K" };

    private readonly Option<string?> structures = new("--structures") { Description = "The structures to rank, by id: a,b,c. The scenario's groupings, or all its structures, if absent.", HelpName = "a,b" };

    private readonly Option<string> measure = new("--measure")
    {
        Description = $"What the best is chosen by: {string.Join(", ", RankingPlan.Measures.Select(item => item.Name))}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Measure.WaitToAllocation.Name,
    };

    private readonly Option<double?> zone = new("--zone")
    {
        Description = "The difference from which the choice matters, in the measure's unit: 1.4 days for the mean wait; must be given for another measure.",
        HelpName = "Z",
        CustomParser = InvariantNumber.Parse,
    };

    private readonly Option<double?> confidence = new("--confidence")
    {
        Description = "The probability of the right choice: 0.95 if absent.",
        HelpName = "P",
        CustomParser = InvariantNumber.ParseProbability,
    };

    private readonly Option<int?> firstStage = new("--first-stage")
    {
        Description = "How many futures every structure meets before one is left out: 20 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<string> method = new("--method")
    {
        Description = "How the best is chosen: kn (each further future screens all), kn++, tournament (for very many structures), or budget (a fixed number of futures, without a promise).",
        HelpName = "NAME",
        DefaultValueFactory = _ => "kn",
    };

    private readonly Option<int?> budget = new("--budget")
    {
        Description = "With --method budget: how many futures to simulate, over all structures.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly OutputFiles files = new();

    private readonly ReportFiles report = new();

    private readonly RunOptions run = new();

    private RankCommand()
    {
    }

    internal static Command Create()
    {
        RankCommand options = new();
        Command command = new("rank", "Choose the best of many structures in the same futures, with a stated probability of being right.");
        return options.run.Complete(
            command,
            [options.everyGrouping, options.of, options.into, options.structures, options.measure, options.zone, options.confidence, options.firstStage, options.method, options.budget, .. options.files.Options, .. options.report.Options],
            options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        RankRequest request = new()
        {
            EveryGrouping = parsed.GetValue(everyGrouping),
            Of = parsed.GetValue(of),
            Into = parsed.GetValue(into),
            Structures = parsed.GetValue(structures),
            Measure = parsed.GetValue(measure)!,
            Zone = parsed.GetValue(zone),
            Confidence = parsed.GetValue(confidence),
            FirstStage = parsed.GetValue(firstStage),
            Method = parsed.GetValue(method)!,
            Budget = parsed.GetValue(budget),
        };
        ImmutableArray<Structure> candidates = request.Candidates(call.Scenario, call.Refusals);
        RankingPlan ranking = request.Ranking(candidates.Length, call.Refusals);
        call.Refusals.AddRange([.. files.Refusals(parsed, call.Json), .. report.Refusals(parsed)]);
        if (call.IsRefused())
        {
            return ExitCode.BadInput;
        }

        StructureRanking result = call.Simulate(
            ranking.Budget ?? (candidates.Length * ranking.FirstStage),
            progress => RankingExperiment.Rank(call.Scenario, candidates, ranking, call.Plan, call.Threads, progress, cancellation));
        call.Write(output => AnswerText.Write(RankingAnswer.Of(result), output), () => RankingJson.Of(result, RunManifest.Of(result, call.Folder)));
        files.Write(parsed, () => RankingTables.Of(result, RunManifest.Of(result, call.Folder)));
        report.Write(parsed, () => RankingReport.Of(result, call.Folder));
        return result.End == RankingEnd.Stopped ? ExitCode.Cancelled : ExitCode.Done;
    }
}
