using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>A rectangular table of finite values, one row for each system compared.</summary>
internal static class SystemTable
{
    /// <summary>Checks and copies a table; <paramref name="columns"/> says what a column is.</summary>
    internal static double[][] Of(IReadOnlyList<IReadOnlyList<double>> values, string columns)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || values[0] is not { Count: > 0 })
        {
            throw new ArgumentException($"values: found no system or no {columns}; expected one or more of each.", nameof(values));
        }

        double[][] table = new double[values.Count][];
        for (int system = 0; system < table.Length; system++)
        {
            IReadOnlyList<double> row = values[system];
            ArgumentNullException.ThrowIfNull(row, nameof(values));
            if (row.Count != values[0].Count)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"values[{system}]: found {row.Count} {columns}; expected {values[0].Count}, as in the first system."),
                    nameof(values));
            }

            table[system] = [.. row];
            for (int column = 0; column < row.Count; column++)
            {
                if (!double.IsFinite(row[column]))
                {
                    throw NumberGuard.Refusal(row[column], string.Create(CultureInfo.InvariantCulture, $"values[{system}][{column}]"), "a finite number");
                }
            }
        }

        return table;
    }
}
