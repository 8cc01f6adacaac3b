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

    private readonly RunOptions run = new();

    private StaffCommand()
    {
    }

    internal static Command Create()
    {
        StaffCommand options = new();
        Command command = new("staff", "Find the least posts by locality and service with which waits meet a target, with a stated confidence.");
        return options.run.Complete(command, [options.target, options.structure, options.services, options.confidence, options.futures, options.clearBy], options.Run);
    }

    private ExitCode Run(SimulationCall call, ParseResult parsed, CancellationToken cancellation)
    {
        StaffRequest? request = RequestOf(call.Scenario, call.Plan, parsed, call.Refusals);
        if (call.IsRefused() || request is null)
        {
            return ExitCode.BadInput;
        }

        StaffResult result = call.Simulate(
            (TypicalRounds * request.SearchFutures) + (3 * request.CheckFutures),
            progress => StaffExperiment.Find(call.Scenario, request, call.Plan, call.Threads, progress, cancellation));
        if (result.End == StaffEnd.OutOfReach)
        {
            foreach (string line in StaffWords.OutOfReach(result))
            {
                call.Error.WriteLine(line);
            }

            return ExitCode.BadInput;
        }

        call.Write(
            output => StaffTable.Write(result, output),
            () => StaffJson.Of(result, RunManifest.Of(call.Scenario, call.Plan with { Replications = request.CheckFutures }, [result.Structure.Id], call.Folder)));
        return result.End == StaffEnd.Stopped ? ExitCode.Cancelled : ExitCode.Done;
    }

    private StaffRequest? RequestOf(Scenario scenario, RunPlan plan, ParseResult parsed, List<string> refusals)
    {
        int before = refusals.Count;
        StaffTarget? asked = null;
        if (parsed.GetValue(target) is not { } text)
        {
            refusals.Add($"--target: found none; expected a target {StaffTarget.Expected}");
        }
        else
        {
            try
            {
                asked = StaffTarget.Parse(text);
            }
            catch (FormatException exception)
            {
                refusals.Add($"--target: {exception.Message}");
            }
        }

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

        string[] wanted = parsed.GetValue(services) ?? [];
        ImmutableArray<string> possible = StaffExperiment.Services(scenario);
        refusals.AddRange(wanted.Where(item => !possible.Contains(item, StringComparer.Ordinal)).Select(item => $"--service: found '{item}'; expected one of {string.Join(", ", possible)}"));
        if (parsed.GetValue(confidence) is { } sure && !(sure >= 0.5 && sure < 1))
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--confidence: found {sure}; expected from 0.5 to below 1: nothing simulated is certain"));
        }

        if (parsed.GetValue(futures) is < LeastFutures or > MostFutures)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--replications: found {parsed.GetValue(futures)}; expected from {LeastFutures} to {MostFutures}: fewer say too little of the chance"));
        }

        DateOnly? day = null;
        if (parsed.GetValue(clearBy) is { } date)
        {
            (DateOnly first, DateOnly last) = StaffExperiment.ClearingDays(scenario, plan);
            day = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) && read >= first && read <= last ? read : null;
            if (day is null)
            {
                refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--clear-by: found '{date}'; expected a day from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}: two months after the warm-up or later, and within the years simulated"));
            }
        }

        if (refusals.Count > before || asked is null)
        {
            return null;
        }

        StaffRequest request = new() { Target = asked, Structure = id, Services = [.. wanted.Distinct(StringComparer.Ordinal)], ClearBy = day };
        request = parsed.GetValue(confidence) is { } level ? request with { Confidence = level } : request;
        return parsed.GetValue(futures) is { } number ? request with { CheckFutures = number } : request;
    }
}
