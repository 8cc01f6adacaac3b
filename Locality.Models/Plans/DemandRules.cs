using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Says where referrals come from, when, and how surely.</summary>
public sealed record DemandRules
{
    /// <summary>Gets γ in need ∝ children × IDACI^γ, by which referrals fall on areas and by which planners share posts.</summary>
    [Sourced(Standing.Verified, "Log-log elasticity of authorities' referral rates against IDACI, about 0.5; not verifiable below authority level.")]
    public double DeprivationExponent { get; init; } = 0.5;

    /// <summary>Gets the factor on all demand: 1 is the published level.</summary>
    [Sourced(Standing.Verified, "The published counts as they are.")]
    public double Level { get; init; } = 1;

    /// <summary>Gets the factors for Monday to Sunday, seven numbers of zero or more; they are scaled to a mean of 1.</summary>
    [Sourced(Standing.Judged, "Mondays are busier, weekends go to the emergency duty team.")]
    public ImmutableArray<double> Weekday { get; init; } = [1.10, 1.05, 1, 1, 1, 0.1, 0.1];

    /// <summary>Gets the share of referrals that schools make.</summary>
    [Sourced(Standing.Verified, "DfE Characteristics of children in need 2025, England: 21 %.")]
    public Share FromSchools { get; init; } = new(0.21);

    /// <summary>Gets how much of the schools' referrals still comes while they are closed.</summary>
    [Sourced(Standing.Verified, "School referrals fell by 76 % in the closure of May 2020.")]
    public Share SchoolHolidayFactor { get; init; } = new(0.24);

    /// <summary>Gets the variance of each area's monthly multiplier, gamma distributed with mean 1: over-dispersion beyond Poisson.</summary>
    [Sourced(Standing.Judged, "No small-area series is published.")]
    public double Overdispersion { get; init; } = 0.05;

    /// <summary>Gets the drift of the authority's level; absent means none.</summary>
    public DriftRules? Drift { get; init; } = new();

    /// <summary>Gets the drift of each area's own level about the authority's; absent means none, and then shares of need never change.</summary>
    public DriftRules? AreaDrift { get; init; }
}
