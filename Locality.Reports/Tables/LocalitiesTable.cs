using System.Collections.Immutable;
using LocalitySim.Models;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Makes the table of which area is in which locality.</summary>
internal static class LocalitiesTable
{
    internal static TidyTable Of(IEnumerable<Structure> structures) => new(
        "localities",
        "Which area is in which locality, as each structure starts",
        [.. ResultColumns.Structure, Text("locality", "The locality's id."), Text("locality_name", "The locality's name."), Text("area", "The area.")],
        from structure in structures
        from locality in structure.Localities
        from area in locality.Areas
        select (ImmutableArray<TidyCell>)[.. ResultColumns.Of(structure), TidyCell.Of(locality.Id), TidyCell.Of(locality.Name), TidyCell.Of(area)]);
}
