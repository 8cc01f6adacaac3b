using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the Aalen–Johansen estimate of one group's waits up to <see cref="Measure.HorizonDays"/>, each wait with the weight of its children.</summary>
/// <remarks>
/// Waits come in the order of time; at equal times those that an event ended come before the censored, which were still at risk
/// (Aalen and Johansen, 1978). Fed one by one, it needs no memory of them; <see cref="CompetingRisks"/> gives the same.
/// </remarks>
internal sealed class WaitCurve
{
    private const double Rounding = 1e-12;

    private readonly double[] grid;
    private double atRisk;
    private double waiting = 1;
    private double last;
    private double area;
    private int next;

    /// <summary>Begins with all children at risk.</summary>
    /// <param name="children">The children whose waits will come.</param>
    /// <param name="grid">The times at which the share allocated is kept; none means nowhere.</param>
    /// <param name="keepsLost">Whether the share lost is kept at them too.</param>
    internal WaitCurve(double children, double[] grid, bool keepsLost = false)
    {
        this.grid = grid;
        atRisk = children;
        Children = children;
        Curve = new double[grid.Length];
        LostCurve = keepsLost ? new double[grid.Length] : [];
    }

    internal double Children { get; }

    /// <summary>Gets the share allocated.</summary>
    internal double Allocated { get; private set; }

    /// <summary>Gets the share lost.</summary>
    internal double Lost { get; private set; }

    /// <summary>Gets when half are allocated; null where that is not reached.</summary>
    internal double? Median { get; private set; }

    /// <summary>Gets when nine in ten are allocated; null where that is not reached.</summary>
    internal double? P90 { get; private set; }

    /// <summary>Gets the share allocated by each time of the grid.</summary>
    internal double[] Curve { get; }

    /// <summary>Gets the share lost by each time of the grid; empty where it is not kept.</summary>
    internal double[] LostCurve { get; }

    /// <summary>Gets the mean wait, each counted up to the horizon.</summary>
    internal double RestrictedMean => area + (waiting * (Measure.HorizonDays - last));

    /// <summary>Adds a wait that an event ended.</summary>
    internal void End(double time, double children, bool isAllocated)
    {
        area += waiting * (time - last);
        last = time;
        double step = waiting * children / atRisk;
        FillTo(time);
        if (isAllocated)
        {
            Allocated += step;
            Median ??= Allocated >= 0.5 - Rounding ? time : null;
            P90 ??= Allocated >= 0.9 - Rounding ? time : null;
        }
        else
        {
            Lost += step;
        }

        atRisk -= children;
        waiting = atRisk > 0 ? waiting * atRisk / (atRisk + children) : 0;
    }

    /// <summary>Adds a wait that was still open when last seen.</summary>
    internal void Censor(double children) => atRisk -= children;

    /// <summary>Fills the curves to their end.</summary>
    internal void Finish() => FillTo(double.PositiveInfinity);

    private void FillTo(double time)
    {
        while (next < grid.Length && grid[next] < time)
        {
            if (LostCurve.Length > 0)
            {
                LostCurve[next] = Lost;
            }

            Curve[next++] = Allocated;
        }
    }
}
