using System.Globalization;

namespace LocalitySim.Models;

/// <summary>
/// Cases with what is known of each and whether an event followed: a row for each case. Checked and copied when made; immutable and
/// thread-safe.
/// </summary>
public sealed class EventTable
{
    /// <summary>Takes the rows.</summary>
    /// <param name="columns">The names of the explanatory columns: not blank, each once; there may be none.</param>
    /// <param name="rows">The explanatory values: for each case one for each column, finite, or NaN where it is missing, which only trees bear.</param>
    /// <param name="outcomes">Whether the event followed, case by case; one or more.</param>
    /// <param name="units">The unit that each case belongs to, any number: cases of one unit may depend on one another. Absent means each case by itself.</param>
    /// <exception cref="ArgumentException">Something is missing or out of range. The message says where and what was expected.</exception>
    public EventTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<bool> outcomes, IReadOnlyList<int>? units = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Count == 0)
        {
            throw new ArgumentException("outcomes: found none; expected one or more.", nameof(outcomes));
        }

        DesignRows.SameLength(outcomes.Count, rows.Count, nameof(rows));
        DesignRows.SameLength(outcomes.Count, units?.Count ?? outcomes.Count, nameof(units));
        Columns = [.. DesignRows.Names(columns, hasIntercept: true).Skip(1)];
        Values = [.. columns.Select(_ => new double[rows.Count])];
        for (int row = 0; row < rows.Count; row++)
        {
            IReadOnlyList<double> values = rows[row] ?? throw DesignRows.Refusal(nameof(rows), row, "nothing", "a list of numbers");
            DesignRows.SameLength(columns.Count, values.Count, string.Create(CultureInfo.InvariantCulture, $"rows[{row}]"));
            for (int column = 0; column < columns.Count; column++)
            {
                double value = values[column];
                Values[column][row] = double.IsInfinity(value) ? throw DesignRows.Refusal(columns[column], row, value, "a finite number, or NaN where it is missing") : value;
            }
        }

        Outcomes = [.. outcomes];
        Units = units is null ? [.. Enumerable.Range(0, outcomes.Count)] : [.. units];
    }

    /// <summary>Gets the names of the columns, without an intercept.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Gets the number of cases.</summary>
    public int Rows => Outcomes.Length;

    /// <summary>Gets the number of cases that the event followed.</summary>
    public int Events => Outcomes.Count(outcome => outcome);

    /// <summary>Gets the values, column by column.</summary>
    internal double[][] Values { get; }

    /// <summary>Gets the outcomes.</summary>
    internal bool[] Outcomes { get; }

    /// <summary>Gets the units.</summary>
    internal int[] Units { get; }

    /// <summary>Returns the same cases for trees; rows of one unit are set aside together.</summary>
    internal TreeData ToTreeData()
    {
        // Trees number units from zero on.
        Dictionary<int, int> numbers = [];
        int[] groups = Array.ConvertAll(Units, unit => numbers.TryGetValue(unit, out int known) ? known : numbers[unit] = numbers.Count);
        return new TreeData(Columns, Values, Array.ConvertAll(Outcomes, outcome => outcome ? 1.0 : 0), groups: groups);
    }
}
