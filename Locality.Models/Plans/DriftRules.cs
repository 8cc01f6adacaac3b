namespace LocalitySim.Models;

/// <summary>Is the mean-reverting drift of the authority's log level of demand, an Ornstein–Uhlenbeck process.</summary>
/// <remarks>
/// With yearly correlation φ and stationary variance s², yearly changes have variance 2s²(1 − φ) and lag-1 correlation −(1 − φ)/2.
/// The two figures below give φ = 0.72, s = 0.27 and a three-year standard deviation of 0.30, as the published rates show.
/// </remarks>
public sealed record DriftRules
{
    /// <summary>Gets the standard deviation of the yearly change of the log level.</summary>
    [Sourced(Standing.Verified, "DfE referral rates of authorities, 2013 to 2025: 0.20 against 0.025 from Poisson noise alone.")]
    public double YearlyChangeSd { get; init; } = 0.20;

    /// <summary>Gets the lag-1 correlation of yearly changes: above −0.5 and below 0.</summary>
    [Sourced(Standing.Verified, "DfE referral rates of authorities, 2013 to 2025: −0.14.")]
    public double ChangeCorrelation { get; init; } = -0.14;

    /// <summary>Gets the years from the start in which the level stands still: zero or more.</summary>
    [Sourced(Standing.Judged, "The level moves from the first day; a forecast of need holds what moves in its own year.")]
    public double StartsAfterYears { get; init; }
}
