namespace LocalitySim.Models;

/// <summary>Is the grids of times on which curves of waits are kept.</summary>
internal static class WaitGrid
{
    private const int StepsPerDay = 4;
    private const int FinestDays = 2;
    private const int FineDays = 30;
    private const int CoarseStep = 5;

    /// <summary>Gets every quarter of a day to day 180.</summary>
    internal static double[] Times { get; } = [.. Enumerable.Range(0, (Measure.HorizonDays * StepsPerDay) + 1).Select(step => (double)step / StepsPerDay)];

    /// <summary>Returns the values of a curve on <see cref="Times"/> at whole days, from day 0 to day 180.</summary>
    internal static double[] WholeDays(double[] curve) => [.. Enumerable.Range(0, Measure.HorizonDays + 1).Select(day => curve[day * StepsPerDay])];

    /// <summary>Gets every quarter of a day to day 2, every day to day 30, then every fifth to day 180: for the parts of a structure, of which there are many.</summary>
    internal static double[] CoarseTimes { get; } =
        [.. Times.Where(time => time <= FinestDays || (time % 1 == 0 && (time <= FineDays || time % CoarseStep == 0)))];
}
