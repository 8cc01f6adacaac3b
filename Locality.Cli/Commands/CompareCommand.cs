using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Compares the structures of a scenario in the same futures.</summary>
internal sealed class CompareCommand
{
    private readonly Argument<string> folder = ScenarioArgument.Create();

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

    private readonly Option<double?> years = new("--years")
    {
        Description = "How many years to simulate, warm-up included. The scenario's own number, if absent.",
        HelpName = "Y",
        CustomParser = InvariantNumber.Parse,
    };

    private readonly Option<ulong?> seed = new("--seed")
    {
        Description = "The seed of all draws: the same seed gives the same results. The scenario's own, if absent.",
        HelpName = "S",
        CustomParser = InvariantNumber.ParseWhole<ulong>,
    };

    private readonly Option<int?> threads = new("--threads")
    {
        Description = "How many threads to use; the results do not depend on it. One for each processor, if absent.",
        HelpName = "T",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<string[]> by = new("--by")
    {
        Description = $"Print one further table: by {string.Join(", ", BreakdownTable.DimensionNames)}. May be given several times.",
        HelpName = "PART",
    };

    private readonly Option<string?> json = JsonOutput.CreateOption();

    private readonly Option<string?> csv = new("--csv") { Description = "Write the results as tables into a folder.", HelpName = "DIR" };

    private readonly Option<bool> verbose;

    private CompareCommand(Option<bool> verbose) => this.verbose = verbose;

    internal static Command Create(Option<bool> verbose)
    {
        CompareCommand options = new(verbose);
        Command command = new("compare", "Simulate the structures of a scenario in the same futures, and compare them.")
        {
            options.folder, options.structures, options.replications, options.years, options.seed, options.threads, options.by, options.json, options.csv,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult((int)options.Run(parsed, cancellation)));
        return command;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        TextWriter error = parsed.InvocationConfiguration.Error;
        ScenarioReading reading = ScenarioFolder.Read(parsed.GetRequiredValue(folder));
        ScenarioArgument.Report(reading, error);
        if (reading.Scenario is not { } scenario)
        {
            return ExitCode.BadInput;
        }

        RunPlan plan = scenario.Plan with
        {
            Years = parsed.GetValue(years) ?? scenario.Plan.Years,
            Replications = parsed.GetValue(replications) ?? scenario.Plan.Replications,
            Seed = parsed.GetValue(seed) ?? scenario.Plan.Seed,
        };
        string[] ids = parsed.GetValue(structures)?.Split(',', StringSplitOptions.TrimEntries)
            ?? [.. scenario.Structures.Select(structure => structure.Id)];
        string[] parts = parsed.GetValue(by) ?? [];
        List<string> refusals =
        [
            .. CompareRefusals.Find(scenario, plan, ids, parsed.GetValue(threads), parsed.GetValue(json), parsed.GetValue(csv)),
            .. CompareRefusals.Find(parts),
        ];
        if (refusals.Count > 0)
        {
            refusals.ForEach(error.WriteLine);
            return ExitCode.BadInput;
        }

        // Another number of years may outrun the bank holidays, of which the files alone say nothing.
        foreach (ScenarioWarning warning in ScenarioFolder.Warnings(scenario with { Plan = plan })
            .Where(warning => !reading.Warnings.Any(known => (known.Path, known.Found).Equals((warning.Path, warning.Found)))))
        {
            error.WriteLine($"warning: {warning}");
        }

        Stopwatch watch = Stopwatch.StartNew();
        StructureComparison comparison = ProgressBar.Show(
            error,
            "Simulating futures",
            plan.Replications,
            progress => Experiment.Compare(scenario, ids, plan, parsed.GetValue(threads), progress, cancellation));
        string? target = parsed.GetValue(json);
        if (!JsonOutput.TakesOutput(target))
        {
            ComparisonTable.Write(comparison, [.. parts.Select(BreakdownTable.DimensionOf).OfType<BreakdownDimension>().Distinct()], output);
        }

        JsonOutput.Write(target, ComparisonJson.Of(comparison, RunManifest.Of(comparison, parsed.GetRequiredValue(folder))), output);
        if (parsed.GetValue(csv) is { } directory)
        {
            ComparisonCsv.Write(directory, comparison);
        }

        if (parsed.GetValue(verbose))
        {
            using Process process = Process.GetCurrentProcess();
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Elapsed.TotalSeconds:0.0} s, peak memory {process.PeakWorkingSet64 / 1e6:0} MB"));
        }

        return ExitCode.Done;
    }
}
