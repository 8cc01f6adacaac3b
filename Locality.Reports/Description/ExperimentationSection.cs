using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes part 4 of the checklist: how a run starts, how long it lasts, how results are estimated.</summary>
internal static class ExperimentationSection
{
    internal static void Write(DescriptionSource source, DescriptionText text)
    {
        Scenario scenario = source.Scenario;
        RunPlan plan = scenario.Plan;
        text.Item("4.1", "Initialisation");
        text.Say($"A run starts on {Words.Of(scenario.Start)} with {Words.Number(scenario.Pathways.Sum(pathway => pathway.OpenCases))} open cases, shared among areas by need. Each has a length-biased draw of the duration, of which a uniform part is left. Posts may be vacant on the first day.");
        text.Say(plan.BranchAfterYears > 0
            ? $"Before that, the first structure runs for {Words.Count(plan.BranchAfterYears, "year", "years")}; every other one branches off from its state."
            : "Every structure starts from the same cases.");
        text.Say($"Warm-up: the first {Words.Count(plan.WarmUpYears, "year", "years")}, which no measure counts.");

        text.Item("4.2", "Run length");
        text.Say($"{Words.Count(plan.Years, "year", "years")} of simulated time, warm-up included.");

        text.Item("4.3", "Estimation approach");
        if (!scenario.Uncertain.IsEmpty)
        {
            text.Say($"Figures that are not known well, of which every future draws its own value: {UncertainWords.Listed(scenario)}.");
        }

        text.Say($"{Words.Count(plan.Replications, "replication", "replications")} with seed {plan.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}. Structures meet the same futures (common random numbers), and differences are paired by future. Waits that are open at the end are censored; being lost competes with being allocated (Aalen–Johansen).");
    }
}
