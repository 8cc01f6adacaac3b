using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what moving to a structure costs in time: a structure whose plan redraws its boundaries, against the structure that it becomes, as if that had always stood.</summary>
public sealed record Transition
{
    /// <summary>The months in a row for which a list must be back before it counts as recovered: a single good month may be luck.</summary>
    private const int MonthsInARow = 3;

    private const double DaysPerWeek = 7;

    /// <summary>Gets the structure that changes.</summary>
    public required StructureResult Planned { get; init; }

    /// <summary>Gets the structure that it becomes.</summary>
    public required StructureResult Steady { get; init; }

    /// <summary>Gets the planned day of the change.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Gets the share by which the list may exceed the steady one and count as recovered.</summary>
    public required Share Band { get; init; }

    /// <summary>Gets the child-days waited on lists from the change to the end of the run, beyond those of the steady structure: mean over futures.</summary>
    public required double ExtraChildDays { get; init; }

    /// <summary>Gets the lower end of its 95 % interval; null with one future.</summary>
    public required double? Lower { get; init; }

    /// <summary>Gets the upper end.</summary>
    public required double? Upper { get; init; }

    /// <summary>Gets the weeks from the change until the list is within the band for three months in a row, in the middle future; null where half of the futures or more do not get there within the run.</summary>
    public required double? WeeksToRecover { get; init; }

    /// <summary>Gets the share of futures, from 0 to 1, that get there within the run.</summary>
    public required double ShareRecovered { get; init; }

    /// <summary>Finds every structure that redraws its boundaries after the warm-up and whose target is compared too.</summary>
    /// <remarks>Lists are looked at once a month; each look stands for its month.</remarks>
    /// <param name="comparison">The comparison.</param>
    /// <param name="band">The share by which the list may exceed the steady one, and one child more; absent means a tenth.</param>
    /// <returns>The transitions, in the order of the structures.</returns>
    public static IEnumerable<Transition> Of(StructureComparison comparison, Share? band = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return from planned in comparison.Structures
               from step in planned.Structure.Steps
               from steady in comparison.Structures
               where string.Equals(steady.Structure.Id, step.Redraw?.To, StringComparison.Ordinal) && steady != planned
               let found = Between(comparison, planned, steady, step.On, band ?? new Share(0.1))
               where found is not null
               select found;
    }

    private static Transition? Between(StructureComparison comparison, StructureResult planned, StructureResult steady, DateOnly on, Share band)
    {
        double[][] plannedLists = Lists(planned);
        double[][] steadyLists = Lists(steady);
        int months = plannedLists.Length == 0 ? 0 : Math.Min(plannedLists[0].Length, steadyLists[0].Length);
        double day = on.DayNumber - comparison.Scenario.Start.DayNumber;
        double from = comparison.Plan.WarmUpYears * 365.25;
        int first = Math.Max(0, (int)Math.Ceiling((day - from) / DemandLevels.MonthDays));
        if (first >= months || day < from)
        {
            return null;
        }

        double[] extra = [.. plannedLists.Zip(steadyLists, (list, other) => Extra(list, other, first, months))];
        double?[] weeks = [.. plannedLists.Zip(steadyLists, (list, other) =>
            Recovery(list, other, first, months, band.Value) is { } month ? ((from + (month * DemandLevels.MonthDays)) - day) / DaysPerWeek : (double?)null)];
        Interval interval = Confidence.Mean(extra);
        return new Transition
        {
            Planned = planned,
            Steady = steady,
            On = on,
            Band = band,
            ExtraChildDays = interval.Mean,
            Lower = double.IsFinite(interval.Lower) ? interval.Lower : null,
            Upper = double.IsFinite(interval.Upper) ? interval.Upper : null,
            WeeksToRecover = Median(weeks),
            ShareRecovered = (double)weeks.Count(value => value is not null) / weeks.Length,
        };
    }

    /// <summary>Returns by future the children on lists in each month.</summary>
    private static double[][] Lists(StructureResult result)
    {
        Breakdown[] months = [.. result.Breakdowns.Where(item => item.Dimension == BreakdownDimension.Month)];
        int futures = months.Length == 0 ? 0 : months[0].FuturesOf(Measure.ChildrenWaiting).Length;
        return [.. Enumerable.Range(0, futures).Select(future =>
            months.Select(month => month.FuturesOf(Measure.ChildrenWaiting)[future]).OfType<double>().ToArray())];
    }

    private static double Extra(double[] list, double[] other, int first, int months) =>
        Enumerable.Range(first, months - first).Sum(month => list[month] - other[month]) * DemandLevels.MonthDays;

    /// <summary>Returns the first of the months in a row in which the list is within the band; null if it is not within the run.</summary>
    private static int? Recovery(double[] list, double[] other, int first, int months, double band)
    {
        int inARow = 0;
        for (int month = first; month < months; month++)
        {
            inARow = list[month] <= (other[month] * (1 + band)) + 1 ? inARow + 1 : 0;
            if (inARow == MonthsInARow)
            {
                return month - MonthsInARow + 1;
            }
        }

        return null;
    }

    /// <summary>Returns the value that half do not exceed, those that are never reached last.</summary>
    private static double? Median(double?[] values)
    {
        double?[] ordered = [.. values.OrderBy(value => value ?? double.PositiveInfinity)];
        return ordered[ordered.Length / 2];
    }
}
