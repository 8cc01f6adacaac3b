namespace LocalitySim.Models;

/// <summary>Is how much a structure differs from the baseline in a measure, future by future, with its 95 % interval.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Mean">The mean over futures of structure less baseline; null where nothing was measured. A quantile of the wait counts as 180 days in futures that do not reach it.</param>
/// <param name="Lower">The interval's lower end; null where there is none.</param>
/// <param name="Upper">The interval's upper end; null where there is none.</param>
/// <param name="ProbabilityBetter">The chance, from 0 to 1, that the mean over all possible futures is better than the baseline's; null for a measure that is neither.</param>
/// <param name="ShareOfFuturesBetter">The share, from 0 to 1, of simulated futures in which the structure is better; null for a measure that is neither.</param>
public sealed record MeasureDifference(
    Measure Measure,
    double? Mean,
    double? Lower,
    double? Upper,
    double? ProbabilityBetter,
    double? ShareOfFuturesBetter)
{
    /// <summary>The size below which a difference is rounding.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Gets whether every future gives the same, but for rounding.</summary>
    public bool IsNone => Math.Abs(Mean ?? 1) < Rounding && Math.Abs(Lower ?? 1) < Rounding && Math.Abs(Upper ?? 1) < Rounding;

    /// <summary>Gets whether the difference is clear and in the better direction.</summary>
    public bool IsClearlyBetter => Measure.Better switch
    {
        BetterWhen.Lower => Upper < 0 && !IsNone,
        BetterWhen.Higher => Lower > 0 && !IsNone,
        _ => false,
    };

    /// <summary>Gets whether the difference is clear and in the worse direction.</summary>
    public bool IsClearlyWorse => Measure.Better switch
    {
        BetterWhen.Lower => Lower > 0 && !IsNone,
        BetterWhen.Higher => Upper < 0 && !IsNone,
        _ => false,
    };
}
