namespace LocalitySim.Reports;

/// <summary>Is a column of a table that is read.</summary>
/// <param name="Heading">The heading, with the unit of its numbers.</param>
/// <param name="IsNumber">Whether its cells are numbers, which stand on the right.</param>
public sealed record ShownColumn(string Heading, bool IsNumber = true);
