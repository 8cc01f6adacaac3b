using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Says in words what a comparison allows one to say. No sentence is stronger than its interval.</summary>
internal static class ComparisonWords
{
    /// <summary>Reads one difference.</summary>
    internal static string Reading(StructureDifference difference, MeasureDifference item)
    {
        if (ReferenceEquals(item.Measure, Measure.WaitToAllocation) || item.Measure.IsWaitQuantile)
        {
            bool losesMore = item.IsClearlyBetter && difference.Of(Measure.Lost).IsClearlyWorse;
            return losesMore ? "shorter, but loses more" : Clear(item);
        }

        return item.Measure.Better == BetterWhen.Neither ? "" : Clear(item);
    }

    /// <summary>Returns the sentences under the tables.</summary>
    internal static IEnumerable<string> Of(StructureComparison comparison)
    {
        foreach (StructureDifference difference in comparison.Differences)
        {
            yield return Answer(difference);
        }

        foreach (string line in BeyondResharing(comparison))
        {
            yield return line;
        }

        foreach (StructureResult result in comparison.Structures.Where(result => result.ListGrows))
        {
            yield return $"Growing list: under {result.Structure.Name} the number of cases that wait still rises, by {NumberText.Of(result.Of(Measure.ListGrowth))} a year. Its waits are not those of a settled system.";
        }

        foreach (StructureResult result in comparison.Structures.Skip(1).Where(result => Math.Abs(result.BoughtFte) > 0.001))
        {
            string verb = result.BoughtFte > 0 ? "frees money that buys" : "costs money, found by giving up";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Equal budget: {result.Structure.Name} {verb} {Math.Abs(result.BoughtFte):0.0} full-time posts ({comparison.Scenario.Budget.Service}), each with its share of a team manager.");
        }

        yield return "The intervals cover chance and the drift of demand. They do not cover doubt about the scenario's own figures, many of which are judgements: see its README. Moving from one structure to another has a cost in time that is not in these figures.";
    }

    private static string Clear(MeasureDifference item) =>
        item.IsNone ? "the same" : item.IsClearlyBetter ? "better" : item.IsClearlyWorse ? "worse" : "no clear difference";

    private static string Answer(StructureDifference difference)
    {
        string name = difference.Structure.Structure.Name;
        string wait = WaitText(difference);
        return difference.Of(Measure.TravelShare) switch
        {
            { IsClearlyWorse: true } item => $"{name}: {wait} More paid time goes on the road: {NumberText.Of(item)} points.",
            { IsClearlyBetter: true } item => $"{name}: {wait} Less paid time goes on the road: {NumberText.Of(item)} points.",
            _ => $"{name}: {wait}",
        };
    }

    private static string WaitText(StructureDifference difference)
    {
        string baseline = difference.Baseline.Structure.Name;
        MeasureDifference item = difference.Of(Measure.WaitToAllocation);
        string size = NumberText.Size(item);
        return difference.Wait switch
        {
            WaitVerdict.Shorter => $"the mean wait is {size} days shorter than under {baseline}, and no more families are clearly lost.",
            WaitVerdict.ShorterButLosesMore => $"the mean wait is {size} days shorter than under {baseline}, but more families are lost while they wait: not an improvement.",
            WaitVerdict.Longer => $"the mean wait is {size} days longer than under {baseline}.",
            _ when item.IsNone => $"the mean wait is the same as under {baseline}.",
            _ => $"no clear difference in the mean wait from {baseline}: {NumberText.Of(item)} days.",
        };
    }

    /// <summary>Says what the candidates gain over sharing today's staff by need, which needs no merger.</summary>
    private static IEnumerable<string> BeyondResharing(StructureComparison comparison)
    {
        if (comparison.Reshared() is not { } reshared)
        {
            yield break;
        }

        foreach (StructureResult result in comparison.Structures.Skip(1).Where(result => result != reshared))
        {
            yield return $"{result.Structure.Name}, beyond re-sharing: {WaitText(comparison.DifferenceBetween(result.Structure.Id, reshared.Structure.Id))}";
        }
    }
}
