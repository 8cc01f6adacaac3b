namespace LocalitySim.Reports;

/// <summary>Is a cell of a table that is read.</summary>
/// <param name="Text">What the reader sees.</param>
/// <param name="Order">The number by which rows are sorted; absent where the text itself is.</param>
public sealed record ShownCell(string Text, double? Order = null);
