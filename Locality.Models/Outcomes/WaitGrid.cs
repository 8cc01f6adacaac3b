namespace LocalitySim.Models;

/// <summary>Is the grid of times on which curves of waits are kept: every quarter of a day to day 180.</summary>
internal static class WaitGrid
{
    private const int StepsPerDay = 4;

    internal static double[] Times { get; } = [.. Enumerable.Range(0, (Measure.HorizonDays * StepsPerDay) + 1).Select(step => (double)step / StepsPerDay)];
}
