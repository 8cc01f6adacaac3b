using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Reads and checks what all data for a regression have: names, rows and weights.</summary>
internal static class DesignRows
{
    /// <summary>Returns the names of the columns, that of the ones first.</summary>
    internal static string[] Names(IReadOnlyList<string> columns, bool hasIntercept)
    {
        ArgumentNullException.ThrowIfNull(columns);
        string[] names = hasIntercept ? [CountData.Intercept, .. columns] : [.. columns];
        if (names.Length == 0)
        {
            throw new ArgumentException("columns: found none; expected one or more, or an intercept.", nameof(columns));
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || !seen.Add(name))
            {
                throw new ArgumentException($"columns: found '{name}'; expected names that are not blank, each once.", nameof(columns));
            }
        }

        return names;
    }

    /// <summary>Returns the columns' values, a column of ones first where it is asked for.</summary>
    internal static double[][] Columns(string[] names, IReadOnlyList<IReadOnlyList<double>> rows, bool hasIntercept)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[][] design = [.. names.Select(_ => new double[rows.Count])];
        int ones = hasIntercept ? 1 : 0;
        for (int row = 0; row < rows.Count; row++)
        {
            IReadOnlyList<double> values = rows[row] ?? throw Refusal("rows", row, "nothing", "a list of numbers");
            SameLength(names.Length - ones, values.Count, string.Create(CultureInfo.InvariantCulture, $"rows[{row}]"));
            for (int column = 0; column < names.Length; column++)
            {
                double value = column < ones ? 1 : values[column - ones];
                design[column][row] = double.IsFinite(value) ? value : throw Refusal(names[column], row, value, "a finite number");
            }
        }

        return design;
    }

    /// <summary>Returns the weights, 1 each where there are none; one at least is above zero.</summary>
    internal static double[] Weights(IReadOnlyList<double>? weights, int rows)
    {
        SameLength(rows, weights?.Count ?? rows, nameof(weights));
        double[] read = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double weight = weights?[row] ?? 1;
            read[row] = weight >= 0 && double.IsFinite(weight) ? weight : throw Refusal(nameof(weights), row, weight, "a finite number, zero or more");
        }

        return Array.Exists(read, weight => weight > 0) && double.IsFinite(read.Sum())
            ? read
            : throw new ArgumentException("rows: found none of a weight above zero, or weights without a finite sum; expected one at least.", nameof(weights));
    }

    internal static void SameLength(int expected, int found, string name)
    {
        if (expected != found)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found}; expected {expected}, as many as there are of the others."), name);
        }
    }

    internal static ArgumentException Refusal(string name, int row, object found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}[{row}]: found {found}; expected {expected}."), name);
}
