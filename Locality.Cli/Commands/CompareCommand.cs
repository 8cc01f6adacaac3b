using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Compares the structures of a scenario in the same futures.</summary>
internal sealed class CompareCommand
{
    private readonly Option<string?> structures = new("--structures")
    {
        Description = "The structures to compare, by id, the baseline first: a,b,c. All of them, if absent.",
        HelpName = "a,b",
    };

    private readonly Option<int?> replications = new("--replications")
    {
        Description = "How many futures to simulate. The scenario's own number, if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<string?> precision = new("--precision")
    {
        Description = "Add futures until the interval of every mean wait is as narrow as this to either side: a share such as 5%, or days such as 0.5. At most 1,000 futures, or --replications.",
        HelpName = "5%|D",
    };

    private readonly OutputFiles files = new();

    private readonly RunOptions run = new();

    private readonly Option<string[]> by = new("--by")
    {
        Description = $"Print one further table: by {string.Join(", ", BreakdownWords.DimensionNames)}. May be given several times.",
        HelpName = "PART",
    };

    private readonly ReportFiles report = new();

    private readonly Option<string?> target = new("--target")
    {
        Description = "With a report: a target for waits that every structure is held against, in days: '90% seen in 20 days', 'mean wait <= 5 days'.",
        HelpName = "TEXT",
    };

    private readonly Option<bool> verbose;

    private CompareCommand(Option<bool> verbose) => this.verbose = verbose;

    internal static Command Create(Option<bool> verbose)
    {
        CompareCommand options = new(verbose);
        Command command = new("compare", "Simulate the structures of a scenario in the same futures, and compare them.");
        return options.run.Complete(command, [options.structures, options.replications, options.precision, options.by, .. options.files.Options, .. options.report.Options, options.target], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        Scenario scenario = call.Scenario;
        call.Plan = call.Plan with { Replications = parsed.GetValue(replications) ?? scenario.Plan.Replications };
        string[] ids = parsed.GetValue(structures)?.Split(',', StringSplitOptions.TrimEntries)
            ?? [.. scenario.Structures.Select(structure => structure.Id)];
        string[] parts = parsed.GetValue(by) ?? [];
        PrecisionGoal? goal = PrecisionText.Parse(parsed.GetValue(precision), parsed.GetValue(replications));
        call.Refusals.AddRange(
        [
            .. CompareRefusals.Find(scenario, call.Plan, ids),
            .. files.Refusals(parsed, call.Json),
            .. CompareRefusals.Find(parts),
            .. PrecisionText.Refuse(parsed.GetValue(precision), goal),
            .. report.Refusals(parsed, ("--json", call.Json), ("--xlsx", files.WorkbookOf(parsed))),
            .. TargetRefusals(parsed, out StaffTarget? aim),
        ]);
        if (call.IsRefused())
        {
            return ExitCode.BadInput;
        }

        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        StructureComparison comparison = call.Simulate(
            goal?.MostFutures ?? call.Plan.Replications,
            progress => Experiment.Compare(scenario, ids, call.Plan, call.Threads, progress, goal, cancellation));
        call.Write(
            output => ComparisonTable.Write(comparison, [.. parts.Select(BreakdownWords.DimensionOf).OfType<BreakdownDimension>().Distinct()], output),
            () => ComparisonJson.Of(comparison, RunManifest.Of(comparison, call.Folder)));
        files.Write(parsed, () => ComparisonTables.Of(comparison, RunManifest.Of(comparison, call.Folder)));
        report.Write(parsed, () => ComparisonReport.Of(comparison, call.Folder, aim));
        if (parsed.GetValue(verbose))
        {
            using System.Diagnostics.Process process = System.Diagnostics.Process.GetCurrentProcess();
            call.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Elapsed.TotalSeconds:0.0} s, peak memory {process.PeakWorkingSet64 / 1e6:0} MB"));
        }

        return comparison.Precision?.Reason == StopReason.Cancelled ? ExitCode.Cancelled : ExitCode.Done;
    }

    /// <summary>Reads the target, and says what is wrong with it.</summary>
    private string[] TargetRefusals(ParseResult parsed, out StaffTarget? aim)
    {
        aim = null;
        if (parsed.GetValue(target) is not { } text)
        {
            return [];
        }

        if (!report.HaveWords(parsed))
        {
            return [$"{target.Name}: found '{text}' without a report; expected --report or --markdown beside it"];
        }

        try
        {
            aim = StaffTarget.Parse(text);
        }
        catch (FormatException exception)
        {
            return [$"{target.Name}: {exception.Message}"];
        }

        return WaitTargets.Problem(aim) is { } problem ? [$"{target.Name}: {problem}"] : [];
    }
}
