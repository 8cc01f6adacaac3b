using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is which difference an analysis asks about: the same options in every command that analyses one.</summary>
internal sealed class DifferenceOptions(string futuresIfAbsent)
{
    private const int MostFutures = 100_000;

    private readonly Option<string?> structures = new("--structures")
    {
        Description = "The structure and the one it is compared with, by id: a,b. The scenario's second and first, if absent.",
        HelpName = "a,b",
    };

    private readonly Option<string> measure = CreateMeasure();

    private readonly Option<int?> futures = new("--replications")
    {
        Description = $"How many futures to simulate each time: {futuresIfAbsent}.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    /// <summary>Gets the options, to add to a command.</summary>
    internal IEnumerable<Symbol> All => [structures, measure, futures];

    /// <summary>Makes the option that names a measure.</summary>
    internal static Option<string> CreateMeasure() => new("--measure")
    {
        Description = $"The measure: {string.Join(", ", RankingPlan.Measures.Select(item => item.Name))}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Measure.WaitToAllocation.Name,
    };

    /// <summary>Returns the measure of a name; null, with a refusal, if there is none.</summary>
    internal static Measure? MeasureOf(string? name, List<string> refusals)
    {
        Measure? found = RankingPlan.Measures.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.Ordinal));
        if (found is null)
        {
            refusals.Add($"--measure: found '{name}'; expected one of {string.Join(", ", RankingPlan.Measures.Select(item => item.Name))}");
        }

        return found;
    }

    /// <summary>Returns the question; null if there is a refusal.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="parsed">What the options say.</param>
    /// <param name="refusals">Receives what is wrong.</param>
    /// <param name="defaultFutures">How many futures there are at every value, where the options do not say.</param>
    internal DifferenceQuestion? QuestionOf(Scenario scenario, ParseResult parsed, List<string> refusals, int defaultFutures)
    {
        int before = refusals.Count;
        string[] ids = parsed.GetValue(structures)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. scenario.Structures.Take(2).Reverse().Select(structure => structure.Id)];
        refusals.AddRange(RunRefusals.Find(scenario, ids));
        if (ids.Length != 2)
        {
            refusals.Add($"--structures: found {ids.Length.ToString(CultureInfo.InvariantCulture)}; expected two: a structure and the one it is compared with");
        }

        Measure? found = MeasureOf(parsed.GetValue(measure), refusals);
        if (parsed.GetValue(futures) is < 2 or > MostFutures)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--replications: found {parsed.GetValue(futures)}; expected from 2 to {MostFutures}: one future says nothing of the chance"));
        }

        if (refusals.Count > before || found is null)
        {
            return null;
        }

        return new DifferenceQuestion { Structure = ids[0], Baseline = ids[1], Measure = found, Futures = parsed.GetValue(futures) ?? defaultFutures };
    }
}
