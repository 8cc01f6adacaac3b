using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says how good forecasts were for a tenth of the authorities by income deprivation.</summary>
/// <param name="Decile">The tenth: 1 the least deprived.</param>
/// <param name="Likely">The coverage of the intervals of 80 %.</param>
/// <param name="Wide">The coverage of the intervals of 95 %.</param>
/// <param name="Calibration">What came over what was forecast, with its interval; absent with fewer than two authorities.</param>
public sealed record NeedDecile(int Decile, NeedCoverage Likely, NeedCoverage Wide, Interval? Calibration)
{
    /// <summary>The chance of rejecting any of ten right tenths: each test is at a tenth of it (Bonferroni).</summary>
    public const double FamilyError = 0.05;

    private const int Tenths = 10;

    /// <summary>Gets a value indicating whether a level of coverage is rejected, ten tenths being tested.</summary>
    public bool IsRejected => Math.Min(Likely.PValue, Wide.PValue) < FamilyError / Tenths;
}
