using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Observed shares against forecast chances, bin by bin from the lowest chance to the highest.
/// Source: Murphy and Winkler, "Reliability of subjective probability forecasts of precipitation and temperature", Applied Statistics 26(1), 1977.
/// </summary>
public static class ReliabilityCurve
{
    /// <summary>Puts cases into bins of about equal numbers; cases of one chance stay together, so that there may be fewer.</summary>
    /// <param name="forecasts">The forecasts.</param>
    /// <param name="bins">The most bins: above zero.</param>
    /// <param name="level">The confidence level of each bin's interval, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of bins or the level is out of range.</exception>
    public static ImmutableArray<ReliabilityBin> Of(EventForecasts forecasts, int bins = 10, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        return
        [
            .. Rows(forecasts, bins).Select(rows =>
            {
                double[] chances = Array.ConvertAll(rows, row => forecasts.Chances[row]);
                int events = rows.Count(row => forecasts.Outcomes[row]);
                return new ReliabilityBin(rows.Length, events, chances.Min(), chances.Max(), chances.Average(), ExactBinomial.Share(events, rows.Length, level));
            }),
        ];
    }

    /// <summary>The rows of each bin, those of the lowest chances first.</summary>
    internal static IEnumerable<int[]> Rows(EventForecasts forecasts, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        int before = 0;
        List<(int Bin, int[] Rows)> blocks = [];
        foreach (IGrouping<double, int> ties in Enumerable.Range(0, forecasts.Count).GroupBy(row => forecasts.Chances[row]).OrderBy(ties => ties.Key))
        {
            // Cases of one chance go where the middle one of them belongs.
            int[] rows = [.. ties];
            int bin = (int)((before + (0.5 * rows.Length)) * bins / forecasts.Count);
            before += rows.Length;
            blocks.Add((bin, rows));
        }

        return blocks.GroupBy(block => block.Bin).Select(bin => bin.SelectMany(block => block.Rows).ToArray());
    }
}
