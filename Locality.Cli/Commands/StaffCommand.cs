using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Finds the least posts by locality and service with which waits meet a target.</summary>
internal sealed class StaffCommand
{
    private const int LeastFutures = 12;
    private const int MostFutures = 100_000;
    private const int TypicalRounds = 7;

    private readonly Option<string?> target = new("--target") { Description = "What every team's waits should be: 'p90 wait <= 20 working days', 'median wait <= 5 days', 'mean wait <= 3 working days' or '90% seen in 20 working days'.", HelpName = "TARGET" };

    private readonly Option<string?> structure = new("--structure") { Description = "The structure, by id. The first, if absent.", HelpName = "ID" };

    private readonly Option<string[]> services = new("--service") { Description = "Ask about this service alone; may be given several times. All that lead a pathway, if absent.", HelpName = "ID" };

    private readonly Option<double?> confidence = new("--confidence") { Description = "The confidence with which all teams meet the target at once: 0.95 if absent.", HelpName = "P", CustomParser = InvariantNumber.Parse };

    private readonly Option<int?> futures = new("--replications") { Description = "In how many fresh futures the answer is checked: 100 if absent.", HelpName = "N", CustomParser = InvariantNumber.ParseWhole<int> };

    private readonly Option<string?> clearBy = new("--clear-by") { Description = "Say what further posts clear growing lists by this day.", HelpName = "YYYY-MM-DD" };

    private readonly SplitOptions split = new();

    private readonly OutputFiles files = new();

    private readonly ReportFiles report = new();

    private readonly RunOptions run = new();

    private StaffCommand()
    {
    }

    internal static Command Create()
    {
        StaffCommand options = new();
        Command command = new("staff", "Find the least posts by locality and service with which waits meet a target, with a stated confidence; or the best split of a fixed number.");
        return options.run.Complete(command, [options.target, options.structure, options.services, options.confidence, options.futures, options.clearBy, .. options.split.All, .. options.files.Options, .. options.report.Options], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        Common common = CommonOf(call.Scenario, parsed, call.Refusals);
        call.Refusals.AddRange([.. files.Refusals(parsed, call.Json), .. report.Refusals(parsed)]);
        return split.IsAsked(parsed) ? Split(call, parsed, common, cancellation) : Least(call, parsed, common, cancellation);
    }

    private ExitCode Least(SimulationCall call, ParseResult parsed, Common common, CancellationToken cancellation)
    {
        StaffRequest? request = RequestOf(call, parsed, common);
        split.RefuseAlone(parsed, call.Refusals);
        if (call.IsRefused() || request is null)
        {
            return ExitCode.BadInput;
        }

        StaffResult result = call.Simulate(
            (TypicalRounds * request.SearchFutures) + (2 * request.CheckFutures),
            progress => StaffExperiment.Find(call.Scenario, request, call.Plan, call.Threads, progress, cancellation));
        if (result.End == StaffEnd.OutOfReach)
        {
            foreach (string line in StaffWords.OutOfReach(result))
            {
                call.Error.WriteLine(line);
            }

            return ExitCode.BadInput;
        }

        RunManifest manifest = RunManifest.Of(call.Scenario, call.Plan with { Replications = result.CheckedFutures }, [result.Structure.Id], call.Folder);
        call.Write(output => AnswerText.Write(StaffAnswer.Of(result), output), () => StaffJson.Of(result, manifest));
        files.Write(parsed, () => StaffTables.Of(result, manifest));
        report.Write(parsed, () => StaffReport.Of(result, call.Folder));
        return result.End == StaffEnd.Stopped ? ExitCode.Cancelled : ExitCode.Done;
    }

    private ExitCode Split(SimulationCall call, ParseResult parsed, Common common, CancellationToken cancellation)
    {
        SplitRequest? request = split.RequestOf(parsed, common, parsed.GetValue(target), parsed.GetValue(clearBy), call.Refusals);
        if (call.IsRefused() || request is null)
        {
            return ExitCode.BadInput;
        }

        request = request with { Confidence = common.Confidence ?? request.Confidence, CheckFutures = common.Futures ?? request.CheckFutures };
        SplitResult result = call.Simulate(
            (TypicalRounds * request.SearchFutures) + (2 * request.CheckFutures),
            progress => SplitExperiment.Find(call.Scenario, request, call.Plan, call.Threads, progress, cancellation));
        RunManifest manifest = RunManifest.Of(call.Scenario, call.Plan with { Replications = request.CheckFutures }, [result.Structure.Id], call.Folder);
        call.Write(output => AnswerText.Write(SplitAnswer.Of(result), output), () => SplitJson.Of(result, manifest));
        files.Write(parsed, () => StaffTables.Of(result, manifest));
        report.Write(parsed, () => StaffReport.Of(result, call.Folder));
        return result.WasStopped ? ExitCode.Cancelled : ExitCode.Done;
    }

    private StaffRequest? RequestOf(SimulationCall call, ParseResult parsed, Common common)
    {
        StaffTarget? asked = TargetOf(parsed.GetValue(target), call.Refusals);
        DateOnly? day = DayOf(call.Scenario, call.Plan, parsed.GetValue(clearBy), call.Refusals);
        if (asked is null || common.Structure is null)
        {
            return null;
        }

        StaffRequest request = new() { Target = asked, Structure = common.Structure.Id, Services = [.. common.Services], ClearBy = day };
        return request with { Confidence = common.Confidence ?? request.Confidence, CheckFutures = common.Futures ?? request.CheckFutures };
    }

    private static StaffTarget? TargetOf(string? text, List<string> refusals)
    {
        if (text is null)
        {
            refusals.Add($"--target: found none; expected a target {StaffTarget.Expected}, or --split");
            return null;
        }

        try
        {
            return StaffTarget.Parse(text);
        }
        catch (FormatException exception)
        {
            refusals.Add($"--target: {exception.Message}");
            return null;
        }
    }

    private static DateOnly? DayOf(Scenario scenario, RunPlan plan, string? text, List<string> refusals)
    {
        if (text is null)
        {
            return null;
        }

        (DateOnly first, DateOnly last) = StaffExperiment.ClearingDays(scenario, plan);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day >= first && day <= last)
        {
            return day;
        }

        refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--clear-by: found '{text}'; expected a day from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}: two months after the warm-up or later, and within the years simulated"));
        return null;
    }

    private Common CommonOf(Scenario scenario, ParseResult parsed, List<string> refusals)
    {
        string id = parsed.GetValue(structure) ?? scenario.Structures[0].Id;
        Structure? chosen = scenario.Structures.FirstOrDefault(item => string.Equals(item.Id, id, StringComparison.Ordinal));
        string steady = string.Join(", ", scenario.Structures.Where(StaffExperiment.CanStaff).Select(item => item.Id));
        if (chosen is null)
        {
            refusals.Add($"--structure: found '{id}'; expected one of {steady}");
        }
        else if (!StaffExperiment.CanStaff(chosen))
        {
            refusals.Add($"--structure: found '{id}', which changes on a date; expected one that does not: {steady}");
        }

        string[] wanted = [.. (parsed.GetValue(services) ?? []).Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> possible = StaffExperiment.Services(scenario);
        if (!split.IsAsked(parsed))
        {
            refusals.AddRange(wanted.Where(item => !possible.Contains(item, StringComparer.Ordinal)).Select(item => $"--service: found '{item}'; expected one of {string.Join(", ", possible)}"));
        }

        double? sure = parsed.GetValue(confidence);
        if (sure is { } level && !(level >= 0.5 && level < 1))
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--confidence: found {level}; expected from 0.5 to below 1: nothing simulated is certain"));
        }

        int? number = parsed.GetValue(futures);
        if (number is < LeastFutures or > MostFutures)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--replications: found {number}; expected from {LeastFutures} to {MostFutures}: fewer say too little of the chance"));
        }

        return new Common(scenario, chosen is not null && StaffExperiment.CanStaff(chosen) ? chosen : null, wanted, sure, number);
    }

    /// <summary>Is what both questions have in common.</summary>
    internal sealed record Common(Scenario Scenario, Structure? Structure, string[] Services, double? Confidence, int? Futures);
}
