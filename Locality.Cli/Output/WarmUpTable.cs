using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes whether the warm-up is long enough, for a person to read.</summary>
internal static class WarmUpTable
{
    internal static void Write(Scenario scenario, RunPlan plan, ImmutableArray<WarmUpAdvice> advice, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        output.WriteLine(scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Cases at the end of each week, averaged over {plan.Replications} futures of {plan.Years:0.##} years; seed {plan.Seed}. The plan does not count the first {plan.WarmUpYears:0.##}."));
        output.WriteLine();
        Table table = ComparisonTable.New("", noWrap: false);
        foreach (string heading in new[] { "Mean in the warm-up", "Mean counted", "MSER-5 leaves out, years", "Reading" })
        {
            ComparisonTable.AddColumn(table, heading);
        }

        foreach (WarmUpAdvice item in advice)
        {
            ComparisonTable.AddRow(table, $"{item.Structure.Name}, {(item.Series == WarmUpSeries.Held ? "held" : "waiting")}", [
                item.InWarmUp is { } before ? Number(before) : "–", Number(item.Counted), item.CutYears.ToString("0.0", CultureInfo.InvariantCulture), Reading(item)]);
        }

        console.Write(table);
        output.WriteLine();
        foreach (string sentence in Words(advice))
        {
            console.Write(new Text($"{sentence}\n"));
        }
    }

    private static string Reading(WarmUpAdvice item) => item switch
    {
        { IsTrusted: false } => "no steady state seen",
        { IsEnough: true } => "long enough",
        _ => "longer warm-up",
    };

    private static IEnumerable<string> Words(ImmutableArray<WarmUpAdvice> advice)
    {
        if (advice.Any(item => !item.IsTrusted))
        {
            yield return "No steady state seen: the cut lies past half of the run. The run is too short to settle, or the place keeps changing: by a list that grows, or by dates in the plan. Its means are those of these years and of no settled system.";
        }

        WarmUpAdvice[] longer = [.. advice.Where(item => item is { IsTrusted: true, IsEnough: false })];
        if (longer.Length > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Longer warm-up: set plan.warmUpYears to {Math.Ceiling(longer.Max(item => item.CutYears) * 10) / 10:0.0} or more, and plan.years as much longer, or say that the first years are what is asked about.");
        }

        yield return "Structures are compared in the same futures, so that what the start does to all alike falls out of their differences. Nothing is cut here: the plan decides.";
    }

    private static string Number(double value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);
}
