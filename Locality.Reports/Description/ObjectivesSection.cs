using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes part 1 of the checklist: what the model is for, what it measures, what is compared.</summary>
internal static class ObjectivesSection
{
    internal static void Write(DescriptionSource source, DescriptionText text)
    {
        Scenario scenario = source.Scenario;
        text.Item("1.1", "Purpose of the model");
        text.Say(scenario.Question.Length > 0 ? $"The question: {scenario.Question}" : "The scenario states no question.");
        text.Say($"The model compares ways of organising children's services in {scenario.Name}: referrals of several years go through each structure, in the same futures.");

        text.Item("1.2", "Model outputs");
        text.Say("Measured in each future of each structure, after the warm-up:");
        foreach (Measure measure in Measure.All)
        {
            text.List($"{measure.Label}{(measure.Unit.Length > 0 ? $" ({measure.Unit})" : "")}: {measure.Definition}");
        }

        text.Say("Each measure has its mean over futures and Student's 95 % interval; each difference from the first structure has the interval of the paired differences. Quantiles of the wait are read off the mean of the futures' curves.");

        text.Item("1.3", "Experimentation aims");
        int others = scenario.Structures.Length - 1;
        text.Say(others == 0
            ? "One structure is simulated, and compared with no other:"
            : $"{Words.Count(others, "structure is", "structures are")} compared with the first, the baseline:");
        foreach (Structure structure in scenario.Structures)
        {
            text.List($"{Words.Name(structure.Name, structure.Id)}: {Words.Count(structure.Localities.Length, "locality", "localities")}{(structure == source.Baseline ? ", the baseline" : "")}");
        }

        string service = source.NameOfService(scenario.Budget.Service);
        text.Say(scenario.Budget.FreedMoney == FreedMoney.BuysPosts
            ? $"Money that a structure frees against the first buys posts of {service}, so that every structure costs the same; one that costs more gives posts up. The comparison also shows the structures with the money released."
            : $"Money that a structure frees against the first is released: structures differ in cost. Posts of {service} would be bought otherwise.");
        foreach (Contribution contribution in scenario.Budget.Pooled)
        {
            text.List($"{contribution.Agency} pays {Words.Of(contribution.Pounds)} a year into the pooled budget");
        }
    }
}
