using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a table as a reader sees it: rounded numbers with their units and intervals, in text.</summary>
/// <param name="Id">The table's name in its document: letters, digits and hyphens, unique.</param>
/// <param name="Caption">What it shows, in a few words.</param>
/// <param name="Columns">The columns, one or more. The first names the row.</param>
/// <param name="Rows">The rows: each has a cell for every column.</param>
public sealed record ShownTable(string Id, string Caption, ImmutableArray<ShownColumn> Columns, ImmutableArray<ImmutableArray<ShownCell>> Rows);
