using System.Globalization;

namespace LocalitySim.Models;

/// <summary>
/// Counts with what is to explain them: a row for each observation. Checked and copied when made; immutable and thread-safe.
/// </summary>
public sealed class CountData
{
    /// <summary>The name of the column of ones.</summary>
    public const string Intercept = "(intercept)";

    /// <summary>Counts from here on are not whole numbers that a double tells apart.</summary>
    internal const double CountLimit = 1e15;

    /// <summary>Takes the rows.</summary>
    /// <param name="columns">The names of the explanatory columns: not blank, each once.</param>
    /// <param name="rows">The explanatory values: for each observation one for each column, finite.</param>
    /// <param name="counts">The counts: whole numbers from 0 to under 10¹⁵.</param>
    /// <param name="exposures">What each count is proportional to, such as a time or a population, above zero; absent means 1 each.</param>
    /// <param name="offsets">Numbers added to the linear predictor, finite; absent means 0 each. With exposures, both count.</param>
    /// <param name="weights">How many equal observations each row stands for, zero or more; need not be whole. Absent means 1 each.</param>
    /// <param name="hasIntercept">Whether a column of ones named <see cref="Intercept"/> is put before the others.</param>
    /// <exception cref="ArgumentException">Something is missing or out of range, or there are fewer rows of a weight above zero than columns. The message says where and what was expected.</exception>
    public CountData(
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<double>> rows,
        IReadOnlyList<double> counts,
        IReadOnlyList<double>? exposures = null,
        IReadOnlyList<double>? offsets = null,
        IReadOnlyList<double>? weights = null,
        bool hasIntercept = true)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(counts);
        Columns = hasIntercept ? [Intercept, .. columns] : [.. columns];
        HasIntercept = hasIntercept;
        CheckNames(Columns);
        SameLength(rows.Count, counts.Count, nameof(counts));
        SameLength(rows.Count, exposures?.Count ?? rows.Count, nameof(exposures));
        SameLength(rows.Count, offsets?.Count ?? rows.Count, nameof(offsets));
        SameLength(rows.Count, weights?.Count ?? rows.Count, nameof(weights));
        double[][] design = [.. Columns.Select(_ => new double[rows.Count])];
        int ones = hasIntercept ? 1 : 0;
        double[] offset = new double[rows.Count];
        double[] weight = new double[rows.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            IReadOnlyList<double> values = rows[row] ?? throw Refusal("rows", row, "nothing", "a list of numbers");
            SameLength(columns.Count, values.Count, string.Create(CultureInfo.InvariantCulture, $"rows[{row}]"));
            for (int column = 0; column < Columns.Count; column++)
            {
                double value = column < ones ? 1 : values[column - ones];
                design[column][row] = double.IsFinite(value) ? value : throw Refusal(Columns[column], row, value, "a finite number");
            }

            double count = counts[row];
            if (!(count >= 0 && count < CountLimit && Math.Floor(count) == count))
            {
                throw Refusal(nameof(counts), row, count, "a whole number from 0 to under 10¹⁵");
            }

            double exposure = exposures?[row] ?? 1;
            double added = offsets?[row] ?? 0;
            weight[row] = weights?[row] ?? 1;
            if (!(exposure > 0 && double.IsFinite(exposure)))
            {
                throw Refusal(nameof(exposures), row, exposure, "a finite number above zero");
            }

            if (!double.IsFinite(added))
            {
                throw Refusal(nameof(offsets), row, added, "a finite number");
            }

            if (!(weight[row] >= 0 && double.IsFinite(weight[row])))
            {
                throw Refusal(nameof(weights), row, weight[row], "a finite number, zero or more");
            }

            offset[row] = added + Simulation.PortableMath.Log(exposure);
        }

        int weighed = weight.Count(value => value > 0);
        if (weighed < Columns.Count || weighed == 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"rows: found {weighed} of a weight above zero; expected at least one for each of the {Columns.Count} columns."), nameof(rows));
        }

        (Design, Counts, Offsets, Weights) = (design, [.. counts], offset, weight);
    }

    /// <summary>Gets the names of the columns, the intercept first if there is one.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Gets a value indicating whether the first column is of ones.</summary>
    public bool HasIntercept { get; }

    /// <summary>Gets the number of rows, those of weight zero included.</summary>
    public int Rows => Counts.Length;

    /// <summary>Gets the columns' values.</summary>
    internal double[][] Design { get; }

    /// <summary>Gets the counts.</summary>
    internal double[] Counts { get; }

    /// <summary>Gets what is added to each row's linear predictor: its offset and the logarithm of its exposure.</summary>
    internal double[] Offsets { get; }

    /// <summary>Gets the weights.</summary>
    internal double[] Weights { get; }

    private static void CheckNames(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            throw new ArgumentException("columns: found none; expected one or more, or an intercept.", nameof(names));
        }

        for (int place = 0; place < names.Count; place++)
        {
            if (string.IsNullOrWhiteSpace(names[place]) || names.Take(place).Contains(names[place], StringComparer.Ordinal))
            {
                throw new ArgumentException($"columns: found '{names[place]}'; expected names that are not blank, each once.", nameof(names));
            }
        }
    }

    private static void SameLength(int expected, int found, string name)
    {
        if (expected != found)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found}; expected {expected}, as many as there are of the others."), name);
        }
    }

    private static ArgumentException Refusal(string name, int row, object found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}[{row}]: found {found}; expected {expected}."), name);
}
