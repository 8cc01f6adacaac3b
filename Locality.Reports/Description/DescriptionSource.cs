using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Is what a description is made from: the scenario, the marks in its file, and the values that it leaves to the program.</summary>
internal sealed record DescriptionSource(Scenario Scenario, IReadOnlyList<FigureMark> Marks, ImmutableArray<ScenarioDefault> Defaults, bool ListsDefaults)
{
    /// <summary>Reads what a scenario's folder says of its figures.</summary>
    /// <param name="scenario">The scenario, as read from the folder.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="listsDefaults">Whether the values that are left to the program are listed one by one.</param>
    internal static DescriptionSource Of(Scenario scenario, string folder, bool listsDefaults) => new(
        scenario, FigureMarkReader.Read(File.ReadAllText(Path.Combine(folder, ScenarioFolder.FileNames[0]))), ScenarioDefaults.UsedBy(folder), listsDefaults);

    /// <summary>Gets the structure that the others are compared with.</summary>
    internal Structure Baseline => Scenario.Structures[0];

    /// <summary>Says what the figures of one entry rest on, by the marks in its part of the file.</summary>
    internal string RestsOn(string list, string id)
    {
        FigureMark[] marks = [.. Marks.Where(mark => mark.IsIn(list, id))];
        int Of(string kind) => marks.Count(mark => string.Equals(mark.Kind, kind, StringComparison.Ordinal));
        return marks.Length == 0
            ? "Rests on: no mark in the file."
            : $"Rests on: {Words.List(Parts(Of("V"), Of("L"), Of(FigureMark.Assumption)))} (marks in the file).";
    }

    internal string NameOfService(string id) => Words.Name(Scenario.Services[Scenario.IndexOfService(id)].Name, id);

    internal string NameOfModel(string? id) =>
        Scenario.DeliveryModels.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.Ordinal)) is { } model
            ? Words.Name(model.Name, model.Id)
            : "none (no mechanism is on)";

    internal string NameOfPathway(string id) =>
        Words.Name(Scenario.Pathways.Single(pathway => string.Equals(pathway.Id, id, StringComparison.Ordinal)).Name, id);

    private static IEnumerable<string> Parts(int published, int documents, int assumptions)
    {
        if (published > 0)
        {
            yield return $"{Words.Number(published)} published [V]";
        }

        if (documents > 0)
        {
            yield return $"{Words.Number(documents)} from documents [L]";
        }

        if (assumptions > 0)
        {
            yield return Words.Count(assumptions, FigureMark.Assumption, "assumptions");
        }
    }
}
