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

        yield return "The intervals cover chance and the drift of demand. They do not cover doubt about the scenario's own figures, many of which are judgements: see its README.";
    }

    private static string Clear(MeasureDifference item) =>
        item.IsClearlyBetter ? "better" : item.IsClearlyWorse ? "worse" : "no clear difference";

    private static string Answer(StructureDifference difference)
    {
        string name = difference.Structure.Structure.Name;
        string baseline = difference.Baseline.Structure.Name;
        string wait = NumberText.Of(difference.Of(Measure.WaitToAllocation));
        string travel = difference.Of(Measure.TravelShare) switch
        {
            { IsClearlyWorse: true } item => $" More paid time goes on the road: {NumberText.Of(item)} points.",
            { IsClearlyBetter: true } item => $" Less paid time goes on the road: {NumberText.Of(item)} points.",
            _ => "",
        };
        return difference.Wait switch
        {
            WaitVerdict.Shorter => $"{name}: the wait is shorter than under {baseline}, by {wait} days, and no more families are clearly lost.{travel}",
            WaitVerdict.ShorterButLosesMore => $"{name}: the wait is shorter than under {baseline}, by {wait} days, but more families are lost while they wait: not an improvement.{travel}",
            WaitVerdict.Longer => $"{name}: the wait is longer than under {baseline}, by {wait} days.{travel}",
            _ => $"{name}: no clear difference in the wait from {baseline}: {wait} days.{travel}",
        };
    }
}
