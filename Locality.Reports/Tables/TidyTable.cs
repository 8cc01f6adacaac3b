using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is a table of results with one row for each observation and one column for each variable.</summary>
/// <remarks>Source: Wickham, "Tidy data", Journal of Statistical Software 59(10), 2014. Rows are made when they are read, so that a table of every future takes no memory.</remarks>
public sealed class TidyTable
{
    private readonly IEnumerable<ImmutableArray<TidyCell>> _rows;

    /// <summary>Makes a table.</summary>
    /// <param name="name">The name, which is that of its file and sheet: small letters, digits and underscores, a letter first.</param>
    /// <param name="title">What it holds, in a few words.</param>
    /// <param name="columns">The columns: one or more, each name once.</param>
    /// <param name="rows">The rows; they are made anew each time that they are read. Each has a cell for each column, of its type or absent.</param>
    /// <exception cref="ArgumentException">The name or the columns are not as said.</exception>
    public TidyTable(string name, string title, ImmutableArray<TidyColumn> columns, IEnumerable<ImmutableArray<TidyCell>> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.IsDefaultOrEmpty || columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() != columns.Length)
        {
            throw new ArgumentException($"Table {name}: expected one column or more, each name once.", nameof(columns));
        }

        (Name, Title, Columns, _rows) = (TableNames.Checked(name), title, columns, rows);
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets what it holds, in a few words.</summary>
    public string Title { get; }

    /// <summary>Gets the columns.</summary>
    public ImmutableArray<TidyColumn> Columns { get; }

    /// <summary>Gets the rows: each has a cell for each column, of its type or absent.</summary>
    /// <exception cref="InvalidOperationException">While they are read: a row does not fit the columns.</exception>
    public IEnumerable<ImmutableArray<TidyCell>> Rows
    {
        get
        {
            long number = 0;
            foreach (ImmutableArray<TidyCell> row in _rows)
            {
                Check(row, number++);
                yield return row;
            }
        }
    }

    private void Check(ImmutableArray<TidyCell> row, long number)
    {
        if (row.Length != Columns.Length)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Table {Name}, row {number}: found {row.Length} cells; expected {Columns.Length}."));
        }

        for (int place = 0; place < row.Length; place++)
        {
            if (row[place].Type is { } type && type != Columns[place].Type)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"Table {Name}, row {number}, column {Columns[place].Name}: found {type}; expected {Columns[place].Type}."));
            }
        }
    }
}
