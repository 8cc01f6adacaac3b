using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Panels whose law is known.</summary>
internal static class SamplePanels
{
    internal const string Series = "rate";

    private static readonly Purpose Draws = new(1, "sample panel");

    /// <summary>Levels that come back to a mean of each unit's own: the log is mean + ρ (log − mean) + noise.</summary>
    internal static Panel Returning(int units, int periods, double rho, double sd, ulong seed) => Of(units, periods, (unit, period, before, normal) =>
    {
        double mean = 5 + (0.02 * unit);
        return period == 0 ? mean + (sd * normal) : mean + (rho * (before - mean)) + (sd * normal);
    }, seed);

    /// <summary>Random walks of the logarithm: nothing foretells a change.</summary>
    internal static Panel Walks(int units, int periods, double sd, ulong seed) => Of(units, periods, (unit, period, before, normal) => period == 0 ? 5 + (0.02 * unit) : before + (sd * normal), seed);

    /// <summary>One unit's values, a row each.</summary>
    internal static Panel Rows(int first, params double?[][] rows) => new(
        [.. rows.Select((_, unit) => $"unit {unit.ToString(System.Globalization.CultureInfo.InvariantCulture)}")],
        first,
        rows[0].Length,
        new Dictionary<string, IReadOnlyList<IReadOnlyList<double?>>>(StringComparer.Ordinal) { [Series] = rows });

    private static Panel Of(int units, int periods, Func<int, int, double, double, double> next, ulong seed)
    {
        RandomStreams streams = new(seed, 0);
        double?[][] rows = new double?[units][];
        for (int unit = 0; unit < units; unit++)
        {
            RandomStream random = streams.Stream(Draws, (uint)unit);
            rows[unit] = new double?[periods];
            double log = 0;
            for (int period = 0; period < periods; period++)
            {
                log = next(unit, period, log, random.NextNormal());
                rows[unit][period] = PortableMath.Exp(log);
            }
        }

        return Rows(2000, rows);
    }
}
