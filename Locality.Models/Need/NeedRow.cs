namespace LocalitySim.Models;

/// <summary>Is a row of a table of authorities and years.</summary>
/// <param name="Year">The year.</param>
/// <param name="Code">The authority's code.</param>
/// <param name="Name">The authority's name.</param>
/// <param name="Region">Its region.</param>
/// <param name="Place">Where the row is in the file.</param>
/// <param name="Values">What is known, by series.</param>
internal sealed record NeedRow(int Year, string Code, string Name, string Region, CsvField Place, IReadOnlyDictionary<string, double> Values)
{
    /// <summary>Returns a column's value, a count as a rate per 10,000 children; null where it or the number of children is not known.</summary>
    internal double? Of(NeedColumn column) => !Values.TryGetValue(column.Series, out double value) ? null
        : column.Kind is not NeedColumnKind.Count ? value
        : Values.TryGetValue(NeedColumn.Children, out double children) ? value / children * NeedData.PerChildren
        : null;
}
