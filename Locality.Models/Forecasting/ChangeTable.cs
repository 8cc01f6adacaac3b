namespace LocalitySim.Models;

/// <summary>
/// Is what changes of a series are learnt from: a row for each unit and origin, columns and the change that followed, each less its mean over the
/// units at that origin. Years in which all moved together so teach nothing about who moves next.
/// </summary>
/// <remarks>
/// Columns are cut at four standard deviations of their origin, changes at three: single years of mistaken counts would otherwise decide. A column
/// that fewer than two in five units have at an origin is absent there for all.
/// </remarks>
internal sealed class ChangeTable
{
    private const double WidestColumn = 4;
    private const double WidestChange = 3;
    private const double LeastShare = 0.4;

    private ChangeTable(double?[][] columns, double[] changes, int[] units) => (Columns, Changes, Units) = (columns, changes, units);

    /// <summary>Gets the rows: for each its columns, null where absent.</summary>
    internal double?[][] Columns { get; }

    /// <summary>Gets the changes of the logarithm that followed, over the horizon.</summary>
    internal double[] Changes { get; }

    /// <summary>Gets each row's unit.</summary>
    internal int[] Units { get; }

    /// <summary>Makes the table of all that a panel has to teach about changes over a horizon.</summary>
    internal static ChangeTable Of(Panel history, string series, int horizon, IReadOnlyList<PanelFeature> features)
    {
        List<double?[]> columns = [];
        List<double> changes = [];
        List<int> units = [];
        for (int origin = history.FirstPeriod; origin + horizon <= history.LastPeriod; origin++)
        {
            double?[] followed = Centred([.. history.Units.Select((_, unit) => LogChange.Level(history, series, unit, origin + horizon) - LogChange.Level(history, series, unit, origin))], WidestChange);
            if (Array.TrueForAll(followed, change => change is null))
            {
                continue;
            }

            double?[][] rows = At(history, origin, features);
            for (int unit = 0; unit < rows.Length; unit++)
            {
                if (followed[unit] is { } change)
                {
                    columns.Add(rows[unit]);
                    changes.Add(change);
                    units.Add(unit);
                }
            }
        }

        return new([.. columns], [.. changes], [.. units]);
    }

    /// <summary>Returns each unit's columns at an origin.</summary>
    internal static double?[][] At(Panel history, int origin, IReadOnlyList<PanelFeature> features)
    {
        double?[][] byFeature = [.. features.Select(feature => Centred([.. history.Units.Select((_, unit) => feature.At(history, unit, origin))], WidestColumn))];
        return [.. history.Units.Select((_, unit) => byFeature.Select(column => column[unit]).ToArray())];
    }

    private static double?[] Centred(double?[] values, double widest)
    {
        double[] present = [.. values.OfType<double>()];
        if (present.Length < LeastShare * values.Length || present.Length < 2)
        {
            return new double?[values.Length];
        }

        double mean = present.Average();
        double limit = widest * Math.Sqrt(present.Sum(value => (value - mean) * (value - mean)) / present.Length);
        return [.. values.Select(value => value is { } known ? Math.Clamp(known - mean, -limit, limit) : (double?)null)];
    }
}
