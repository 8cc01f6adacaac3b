namespace LocalitySim.Reports;

/// <summary>Describes a scenario item by item of the STRESS-DES checklist.</summary>
/// <remarks>
/// Monks, Currie, Onggo, Robinson, Kunc and Taylor (2019), Strengthening the reporting of empirical simulation studies: introducing
/// the STRESS guidelines, Journal of Simulation 13(1), 55–67.
/// </remarks>
internal static class ScenarioDescription
{
    /// <summary>Returns the description, in lines that end in line feeds.</summary>
    internal static string Of(DescriptionSource source, bool markdown) => Written(source, markdown).ToString();

    /// <summary>Returns the description entry by entry.</summary>
    internal static IReadOnlyList<DescriptionEntry> Entries(DescriptionSource source) => Written(source, markdown: false).Entries;

    private static DescriptionText Written(DescriptionSource source, bool markdown)
    {
        DescriptionText text = new(markdown);
        text.Title($"{source.Scenario.Name}: what is simulated");
        text.Say("In the order of the STRESS-DES checklist (Monks and others 2019, Journal of Simulation 13, 55–67).");
        text.Part(1, "Objectives");
        ObjectivesSection.Write(source, text);
        text.Part(2, "Logic");
        LogicSection.Write(source, text);
        text.Item("2.3", "Scenario logic");
        StructuresSection.Write(source, text);
        text.Item("2.4", "Algorithms");
        AlgorithmsSection.Write(text);
        text.Item("2.5", "Components");
        ComponentsSection.Write(source, text);
        text.Part(3, "Data");
        DataSection.Write(source, text);
        text.Part(4, "Experimentation");
        ExperimentationSection.Write(source, text);
        text.Part(5, "Implementation");
        ImplementationSection.Write(text);
        text.Part(6, "Code access");
        text.Item("6.1", "Computer model sharing statement");
        text.Say("LocalitySim is open source under the MIT licence. This description was made from scenario.yaml, areas.csv and neighbours.csv: with them, the version and the seed, the results can be made again. locality compare --json writes the files' SHA-256 hashes beside the results.");
        return text;
    }
}
