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
    /// <exception cref="ArgumentException">Something is missing or out of range, or no row has a weight above zero. The message says where and what was expected.</exception>
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
        string[] names = DesignRows.Names(columns, hasIntercept);
        DesignRows.SameLength(rows.Count, counts.Count, nameof(counts));
        DesignRows.SameLength(rows.Count, exposures?.Count ?? rows.Count, nameof(exposures));
        DesignRows.SameLength(rows.Count, offsets?.Count ?? rows.Count, nameof(offsets));
        double[][] design = DesignRows.Columns(names, rows, hasIntercept);
        double[] offset = new double[rows.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            double count = counts[row];
            if (!(count >= 0 && count < CountLimit && Math.Floor(count) == count))
            {
                throw DesignRows.Refusal(nameof(counts), row, count, "a whole number from 0 to under 10¹⁵");
            }

            double exposure = exposures?[row] ?? 1;
            double added = offsets?[row] ?? 0;
            if (!(exposure > 0 && double.IsFinite(exposure)))
            {
                throw DesignRows.Refusal(nameof(exposures), row, exposure, "a finite number above zero");
            }

            if (!double.IsFinite(added))
            {
                throw DesignRows.Refusal(nameof(offsets), row, added, "a finite number");
            }

            offset[row] = added + Simulation.PortableMath.Log(exposure);
        }

        (Columns, HasIntercept, Design, Counts, Offsets, Weights) = (names, hasIntercept, design, [.. counts], offset, DesignRows.Weights(weights, rows.Count));
    }

    private CountData(IReadOnlyList<string> names, bool hasIntercept, double[][] design, double[] counts, double[] offsets, double[] weights) =>
        (Columns, HasIntercept, Design, Counts, Offsets, Weights) = (names, hasIntercept, design, counts, offsets, weights);

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

    /// <summary>Returns the same counts with other columns' values.</summary>
    internal CountData WithDesign(double[][] design) => new(Columns, HasIntercept, design, Counts, Offsets, Weights);

    /// <summary>Returns the same counts with other weights.</summary>
    internal CountData WithWeights(double[] weights) => new(Columns, HasIntercept, Design, Counts, Offsets, weights);

    /// <summary>Returns the same counts with no column but the ones, if there are ones.</summary>
    internal CountData WithoutColumns() =>
        HasIntercept ? new([Intercept], true, [Design[0]], Counts, Offsets, Weights) : new([], false, [], Counts, Offsets, Weights);
}
