namespace LocalitySim.Simulation;

/// <summary>The mean difference at a value of the parameter.</summary>
/// <param name="Value">The value.</param>
/// <param name="Difference">The mean difference over the replications, with its paired-t interval.</param>
public readonly record struct CurvePoint(double Value, Interval Difference)
{
    /// <summary>+1 or −1 where the interval lies above or below zero, 0 where it holds zero.</summary>
    public int ClearSign => Difference.Lower > 0 ? 1 : Difference.Upper < 0 ? -1 : 0;
}
