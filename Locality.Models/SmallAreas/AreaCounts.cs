using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Counts of areas with what they are proportional to, and columns that may explain them. Checked and copied when made; immutable and thread-safe.</summary>
public sealed class AreaCounts
{
    /// <summary>Takes the areas.</summary>
    /// <param name="areas">The areas' names: not blank, each once.</param>
    /// <param name="counts">The count of each area: a whole number from 0 to under 10¹⁵.</param>
    /// <param name="exposures">What each count is proportional to, such as people times years, or the count expected: finite, above zero.</param>
    /// <param name="columns">The names of explanatory columns, not blank, each once; absent means none. An intercept is always there.</param>
    /// <param name="rows">The explanatory values: for each area one for each column, finite. With columns only.</param>
    /// <exception cref="ArgumentException">Something is missing or out of range. The message names the area, what was found and what was expected.</exception>
    public AreaCounts(
        IReadOnlyList<string> areas,
        IReadOnlyList<double> counts,
        IReadOnlyList<double> exposures,
        IReadOnlyList<string>? columns = null,
        IReadOnlyList<IReadOnlyList<double>>? rows = null)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(exposures);
        AreaNames.Refuse(areas, nameof(areas));
        AreaNames.SameLength(areas, counts.Count, nameof(counts));
        AreaNames.SameLength(areas, exposures.Count, nameof(exposures));
        AreaNames.SameLength(areas, rows?.Count ?? areas.Count, nameof(rows));
        if (columns is null != rows is null)
        {
            throw new ArgumentException("columns and rows: found the one without the other; expected both or neither.", nameof(rows));
        }

        IReadOnlyList<string> names = columns ?? [];
        for (int place = 0; place < areas.Count; place++)
        {
            if (!(counts[place] >= 0 && counts[place] < CountData.CountLimit && Math.Floor(counts[place]) == counts[place]))
            {
                throw AreaNames.Refusal(areas[place], nameof(counts), counts[place], "a whole number from 0 to under 10¹⁵");
            }

            if (!(exposures[place] > 0 && double.IsFinite(exposures[place])))
            {
                throw AreaNames.Refusal(areas[place], nameof(exposures), exposures[place], "a finite number above zero");
            }

            if (rows is not null && (rows[place]?.Count ?? -1) != names.Count)
            {
                throw AreaNames.Refusal(areas[place], nameof(rows), rows[place]?.Count ?? 0, string.Create(CultureInfo.InvariantCulture, $"{names.Count} numbers, one for each column"));
            }

            for (int column = 0; rows is not null && column < names.Count; column++)
            {
                if (!double.IsFinite(rows[place][column]))
                {
                    throw AreaNames.Refusal(areas[place], names[column], rows[place][column], "a finite number");
                }
            }
        }

        Areas = [.. areas];
        Exposures = [.. exposures];
        Data = new CountData(names, rows ?? [.. areas.Select(_ => Array.Empty<double>())], counts, exposures);
    }

    /// <summary>Gets the areas' names.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>Gets the exposures.</summary>
    internal double[] Exposures { get; }

    /// <summary>Gets the counts with their columns, the intercept first, and the logarithms of the exposures.</summary>
    internal CountData Data { get; }

    /// <summary>Returns an area's count over its exposure.</summary>
    /// <param name="place">The area's place.</param>
    internal double RawRate(int place) => Data.Counts[place] / Exposures[place];

    /// <summary>Returns the best coefficients with no spread but chance.</summary>
    /// <exception cref="ArgumentException">No single finite fit is best.</exception>
    internal CountFit PoissonFit() => CountRegression.Poisson(Data);
}
