using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Is all the tables of one answer, with what they were made from.</summary>
public sealed record TidyTables
{
    private static readonly ImmutableArray<string> Reserved = ["about", "dictionary", "manifest"];

    /// <summary>Gets what the numbers were made from, and what their intervals cover.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>Gets the question that they answer, in words; empty if there is none.</summary>
    public string Question { get; init; } = "";

    /// <summary>Gets the sentences that a reader of the numbers has to know, such as that a run was stopped.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets the tables, each name once.</summary>
    /// <exception cref="ArgumentException">A name is there twice, or is about, dictionary or manifest, which every set has of its own.</exception>
    public required ImmutableArray<TidyTable> Tables
    {
        get;
        init
        {
            string? wrong = value.GroupBy(table => table.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1 || Reserved.Contains(group.Key, StringComparer.Ordinal))?.Key;
            field = wrong is null ? value : throw new ArgumentException($"Found the table {wrong} twice, or where it is not free; expected each name once, and not {string.Join(", ", Reserved)}.", nameof(value));
        }
    }

    /// <summary>Gets the dictionary: a row for each column of each table.</summary>
    public TidyTable Dictionary => new(
        "dictionary",
        "What every column holds",
        [
            new TidyColumn("table", TidyType.Text, "", "The table's name."),
            new TidyColumn("column", TidyType.Text, "", "The column's name."),
            new TidyColumn("type", TidyType.Text, "", "What the column holds: text, whole number, number, or date. An empty cell is a value that does not exist."),
            new TidyColumn("unit", TidyType.Text, "", "The unit; empty for a pure number, for text, and where a column named unit says that of each row."),
            new TidyColumn("description", TidyType.Text, "", "What the values mean."),
        ],
        from table in Tables
        from column in table.Columns
        select ImmutableArray.Create(TidyCell.Of(table.Name), TidyCell.Of(column.Name), TidyCell.Of(NameOf(column.Type)), TidyCell.Of(column.Unit), TidyCell.Of(column.Description)));

    /// <summary>Returns the table of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public TidyTable Table(string name) => Tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"Found '{name}'; expected one of {string.Join(", ", Tables.Select(table => table.Name))}.", nameof(name));

    private static string NameOf(TidyType type) => type switch
    {
        TidyType.Text => "text",
        TidyType.WholeNumber => "whole number",
        TidyType.Number => "number",
        _ => "date",
    };
}
