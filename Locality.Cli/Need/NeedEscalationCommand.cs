using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Says what tells, when a referral comes, that it may escalate; how well; and whether as well in each fifth of deprivation.</summary>
internal sealed class NeedEscalationCommand
{
    private const int UsualFutures = 4;
    private const int MostFutures = 1000;
    private const int LongestWindow = 3650;

    private readonly Option<string?> cases = new("--cases") { Description = "A table of referrals, one row each: child, date, pathway, return, escalated, and age, source, area or idaci. Simulated ones, if absent.", HelpName = "FILE" };

    private readonly Option<string?> saved = new("--out") { Description = "Write the model to a file, as JSON.", HelpName = "FILE" };

    private readonly Option<string?> structure = new("--structure") { Description = "The structure whose referrals are simulated. The first, if absent.", HelpName = "ID" };

    private readonly Option<int?> futures = new("--replications")
    {
        Description = "How many futures to simulate: 4 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<int?> window = new("--window")
    {
        Description = "The days after a simulated referral in which an escalation counts: 365 if absent.",
        HelpName = "DAYS",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly RunOptions run = new();

    private NeedEscalationCommand()
    {
    }

    internal static Command Create()
    {
        NeedEscalationCommand options = new();
        Command command = new("escalation", "Model the chance that a referral escalates, from what is known when it comes: for planning capacity, not for decisions about a child.");
        return options.run.Complete(command, [options.cases, options.saved, options.structure, options.futures, options.window], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        string? file = parsed.GetValue(cases);
        string? target = parsed.GetValue(saved);
        string? id = parsed.GetValue(structure);
        int days = parsed.GetValue(window) ?? EscalationCases.UsualWindowDays;
        call.Plan = call.Plan with { Replications = parsed.GetValue(futures) ?? UsualFutures, BranchAfterYears = 0 };
        CaseTable? read = FindRefusals(call, file, target, id, days);
        if (call.IsRefused())
        {
            return ExitCode.BadInput;
        }

        EscalationOptions options = new() { Seed = call.Plan.Seed };
        EscalationFit fit;
        try
        {
            CaseTable table = read ?? call.Simulate(
                call.Plan.Replications,
                progress => EscalationCases.Simulate(call.Scenario, id, call.Plan, days, call.Threads, progress, cancellation));
            fit = ProgressBar.Show(call.Error, "Fitting", EscalationModel.StepsOf(options), progress => EscalationModel.Fit(table, options, call.Threads, progress, cancellation));
        }
        catch (ArgumentException exception)
        {
            // Only the referrals themselves tell whether there are enough of them.
            call.Error.WriteLine(RefusalText.Of(exception));
            return ExitCode.BadInput;
        }

        Save(target, fit.Model);
        call.Write(
            output => EscalationTable.Write(fit, call.Scenario.Name, read is null ? days : null, cancellation.IsCancellationRequested, output),
            () => EscalationJson.Of(fit, RunManifest.Of(call.Scenario, call.Plan, read is null ? [id ?? call.Scenario.Structures[0].Id] : [], call.Folder), read is null ? days : null));
        return cancellation.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.Done;
    }

    private static CaseTable? FindRefusals(SimulationCall call, string? file, string? target, string? id, int days)
    {
        List<string> refusals = call.Refusals;
        if (target is not null && !RunRefusals.CanHoldFile(target))
        {
            refusals.Add($"--out: found '{target}'; expected a file in a folder that exists");
        }
        else if (target is not null && call.Json is { } json && !JsonOutput.TakesOutput(json) && string.Equals(Path.GetFullPath(json), Path.GetFullPath(target), StringComparison.Ordinal))
        {
            refusals.Add($"--out: found '{target}', which --json takes; expected another file");
        }

        if (file is not null)
        {
            (CaseTable? table, ImmutableArray<ScenarioProblem> problems) = CaseTableFile.Read(file, call.Scenario.Place);
            refusals.AddRange(problems.Select(problem => problem.ToString()));
            return table;
        }

        refusals.AddRange(id is null ? [] : RunRefusals.Find(call.Scenario, [id]).Select(line => line.Replace("--structures", "--structure", StringComparison.Ordinal)));
        if (call.Plan.Replications is < 1 or > MostFutures)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--replications: found {call.Plan.Replications}; expected from 1 to {MostFutures}"));
        }

        if (days is < 1 or > LongestWindow)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--window: found {days}; expected from 1 to {LongestWindow} days"));
        }
        else if (call.Plan.Years > call.Plan.WarmUpYears && (call.Plan.Years - call.Plan.WarmUpYears) * 365.25 <= days)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--years: found {call.Plan.Years}; expected more than the warm-up of {call.Plan.WarmUpYears} years and a window of {days} days, for what becomes of later referrals is not known"));
        }

        return null;
    }

    private static void Save(string? target, EscalationModel model)
    {
        if (target is null)
        {
            return;
        }

        try
        {
            AtomicFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes($"{EscalationModelJson.Write(model)}\n")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"--out: cannot write {target}: {exception.Message}", exception);
        }
    }
}
