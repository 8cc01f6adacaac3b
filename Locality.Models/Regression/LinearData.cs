namespace LocalitySim.Models;

/// <summary>Measured responses with what is to explain them: a row for each observation. Checked and copied when made; immutable and thread-safe.</summary>
public sealed class LinearData
{
    /// <summary>Takes the rows.</summary>
    /// <param name="columns">The names of the explanatory columns: not blank, each once.</param>
    /// <param name="rows">The explanatory values: for each observation one for each column, finite. There may be fewer rows than columns.</param>
    /// <param name="responses">The responses, finite.</param>
    /// <param name="weights">How much each row counts, zero or more. Absent means 1 each.</param>
    /// <param name="hasIntercept">Whether a column of ones named <see cref="CountData.Intercept"/> is put before the others.</param>
    /// <exception cref="ArgumentException">Something is missing or out of range, or no row has a weight above zero. The message says where and what was expected.</exception>
    public LinearData(
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<double>> rows,
        IReadOnlyList<double> responses,
        IReadOnlyList<double>? weights = null,
        bool hasIntercept = true)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(responses);
        string[] names = DesignRows.Names(columns, hasIntercept);
        DesignRows.SameLength(rows.Count, responses.Count, nameof(responses));
        double[][] design = DesignRows.Columns(names, rows, hasIntercept);
        for (int row = 0; row < responses.Count; row++)
        {
            if (!double.IsFinite(responses[row]))
            {
                throw DesignRows.Refusal(nameof(responses), row, responses[row], "a finite number");
            }
        }

        (Columns, HasIntercept, Design, Responses, Weights) = (names, hasIntercept, design, [.. responses], DesignRows.Weights(weights, rows.Count));
    }

    private LinearData(LinearData data, double[] weights) =>
        (Columns, HasIntercept, Design, Responses, Weights) = (data.Columns, data.HasIntercept, data.Design, data.Responses, weights);

    /// <summary>Gets the names of the columns, the intercept first if there is one.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Gets a value indicating whether the first column is of ones.</summary>
    public bool HasIntercept { get; }

    /// <summary>Gets the number of rows, those of weight zero included.</summary>
    public int Rows => Responses.Length;

    /// <summary>Gets the columns' values.</summary>
    internal double[][] Design { get; }

    /// <summary>Gets the responses.</summary>
    internal double[] Responses { get; }

    /// <summary>Gets the weights.</summary>
    internal double[] Weights { get; }

    /// <summary>Returns the same responses with other weights.</summary>
    internal LinearData WithWeights(double[] weights) => new(this, weights);
}
