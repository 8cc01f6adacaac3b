using System.Globalization;

namespace LocalitySim.Models;

/// <summary>
/// Targets with what is to explain them, a row for each observation, column by column. Checked and copied when made; immutable and
/// thread-safe. What the loss asks of the targets is checked by the fit.
/// </summary>
public sealed class TreeData
{
    /// <summary>Takes the rows.</summary>
    /// <param name="columns">The names of the explanatory columns: one or more, not blank, each once.</param>
    /// <param name="values">For each column its value in each row: finite, or NaN where it is missing.</param>
    /// <param name="targets">What is to be explained in each row: finite.</param>
    /// <param name="exposures">What each count is proportional to, such as a time or a population, finite and above zero; absent means 1 each. For losses of counts only.</param>
    /// <param name="offsets">Numbers added to each row's sum of trees, on the scale of the link; finite; absent means 0 each.</param>
    /// <param name="weights">How many equal observations each row stands for: zero, or 10⁻⁵⁰ to 10⁵⁰, one at least above zero; absent means 1 each.</param>
    /// <param name="groups">The number of the unit that each row belongs to, zero or more: rows of one unit are set aside together or not at all. Absent means each row by itself.</param>
    /// <exception cref="ArgumentException">Something is missing or out of range. The message says where and what was expected.</exception>
    public TreeData(
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<double>> values,
        IReadOnlyList<double> targets,
        IReadOnlyList<double>? exposures = null,
        IReadOnlyList<double>? offsets = null,
        IReadOnlyList<double>? weights = null,
        IReadOnlyList<int>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(targets);
        Columns = [.. columns];
        CheckNames(Columns);
        if (targets.Count == 0)
        {
            throw new ArgumentException("targets: found none; expected one or more.", nameof(targets));
        }

        Rows = targets.Count;
        SameLength(Columns.Count, values.Count, nameof(values), "columns");
        Targets = Copy(targets, nameof(targets), double.IsFinite, "a finite number");
        Exposures = exposures is null ? null : Copy(exposures, nameof(exposures), value => value > 0 && double.IsFinite(value), "a finite number above zero");
        Offsets = offsets is null ? null : Copy(offsets, nameof(offsets), double.IsFinite, "a finite number");
        Weights = weights is null ? null : Copy(weights, nameof(weights), value => value is 0 or (>= 1e-50 and <= 1e50), "zero, or a number from 10⁻⁵⁰ to 10⁵⁰");
        Values = new double[Columns.Count][];
        for (int column = 0; column < Columns.Count; column++)
        {
            IReadOnlyList<double> one = values[column] ?? throw new ArgumentException($"{Columns[column]}: found nothing; expected a list of numbers.", nameof(values));
            Values[column] = Copy(one, Columns[column], value => !double.IsInfinity(value), "a finite number, or NaN where it is missing");
        }

        if (groups is not null)
        {
            SameLength(Rows, groups.Count, nameof(groups), "rows");
            Groups = [.. groups];
            int wrong = Array.FindIndex(Groups, group => group < 0);
            if (wrong >= 0)
            {
                throw Refusal(nameof(groups), wrong, Groups[wrong], "a whole number, zero or more");
            }
        }

        if (Weights is not null && !Array.Exists(Weights, weight => weight > 0))
        {
            throw new ArgumentException("weights: found zeros alone; expected one above zero.", nameof(weights));
        }
    }

    /// <summary>Gets the names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets a value indicating whether exposures were given.</summary>
    internal bool HasExposures => Exposures is not null;

    /// <summary>Gets the values, column by column.</summary>
    internal double[][] Values { get; }

    /// <summary>Gets the targets.</summary>
    internal double[] Targets { get; }

    /// <summary>Gets the exposures; null where all are 1.</summary>
    internal double[]? Exposures { get; }

    /// <summary>Gets the offsets; null where all are 0.</summary>
    internal double[]? Offsets { get; }

    /// <summary>Gets the weights; null where all are 1.</summary>
    internal double[]? Weights { get; }

    /// <summary>Gets the groups; null where each row is one.</summary>
    internal int[]? Groups { get; }

    /// <summary>Returns a row's weight.</summary>
    internal double Weight(int row) => Weights?[row] ?? 1;

    /// <summary>The data of some rows, each in the group it has, or in one of its own number where there are no groups.</summary>
    internal TreeData Part(int[] rows) => new(
        Columns,
        [.. Values.Select(column => Pick(column, rows)!)],
        Pick(Targets, rows)!,
        Pick(Exposures, rows),
        Pick(Offsets, rows),
        Pick(Weights, rows),
        Array.ConvertAll(rows, row => Groups?[row] ?? row));

    /// <summary>The values of a row.</summary>
    internal double[] Row(int row) => Array.ConvertAll(Values, column => column[row]);

    /// <summary>An error that says which entry of which list is wrong.</summary>
    internal static ArgumentException Refusal(string name, int row, object found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}[{row}]: found {found}; expected {expected}."), name);

    /// <summary>Refuses names that are blank, stand twice, or are none.</summary>
    internal static void CheckNames(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            throw new ArgumentException("columns: found none; expected one or more.", nameof(names));
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || !seen.Add(name))
            {
                throw new ArgumentException($"columns: found '{name}'; expected names that are not blank, each once.", nameof(names));
            }
        }
    }

    private static void SameLength(int expected, int found, string name, string of)
    {
        if (expected != found)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found}; expected {expected}, as many as there are {of}."), name);
        }
    }

    private static double[]? Pick(double[]? values, int[] rows) => values is null ? null : Array.ConvertAll(rows, row => values[row]);

    private double[] Copy(IReadOnlyList<double> list, string name, Predicate<double> isRight, string expected)
    {
        SameLength(Rows, list.Count, name, "rows");
        double[] copy = [.. list];
        int wrong = Array.FindIndex(copy, value => !isRight(value));
        return wrong < 0 ? copy : throw Refusal(name, wrong, copy[wrong], expected);
    }
}
