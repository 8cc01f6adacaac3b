using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Is a comparison with the names by which a report speaks of its structures.</summary>
internal sealed class ComparisonView(StructureComparison comparison)
{
    internal StructureComparison Comparison => comparison;

    internal Scenario Scenario => comparison.Scenario;

    internal ImmutableArray<StructureResult> Results => comparison.Structures;

    /// <summary>Gets the structures' names, no two the same.</summary>
    internal ImmutableArray<string> Names { get; } = StructureNames.Of([.. comparison.Structures.Select(result => result.Structure)]);

    internal string Baseline => Names[0];

    /// <summary>Returns the place of a structure among those compared.</summary>
    internal int PlaceOf(StructureResult result) => Results.IndexOf(result);

    internal string NameOf(StructureResult result) => Names[PlaceOf(result)];

    internal string NameOfService(string id) => Scenario.Services.FirstOrDefault(service => string.Equals(service.Id, id, StringComparison.Ordinal))?.Name ?? id;

    internal string NameOfPathway(string id) => Scenario.Pathways.FirstOrDefault(pathway => string.Equals(pathway.Id, id, StringComparison.Ordinal))?.Name ?? id;

    /// <summary>Returns a measure's label with its unit.</summary>
    internal static string LabelOf(Measure measure) => measure.Unit.Length == 0 ? measure.Label : $"{measure.Label}, {measure.Unit}";

    /// <summary>Returns a cell with a measure's mean and interval.</summary>
    internal static ShownCell CellOf(MeasureResult? result) => result is null ? new ShownCell("–") : new ShownCell(NumberText.Of(result), result.Mean);

    /// <summary>Returns a cell with a difference and its interval.</summary>
    internal static ShownCell CellOf(MeasureDifference? difference) => difference is null ? new ShownCell("–") : new ShownCell(NumberText.Of(difference), difference.Mean);
}
