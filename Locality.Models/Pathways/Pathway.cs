using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a category of need: how many children come, what is done for them, and what happens while they wait and after.</summary>
public sealed record Pathway
{
    /// <summary>Gets the short name used in files and results, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read. The default is the id.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>Gets the id of the service that assesses and leads.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the id of the service that assesses, if another one than leads: then every accepted case changes its worker. Absent means the leading service.</summary>
    public string? AssessedBy { get; init; }

    /// <summary>Gets the published yearly number of referrals in the whole authority, returns included: finite, zero or more.</summary>
    public required double ReferralsPerYear { get; init; }

    /// <summary>Gets γ in need ∝ children × IDACI^γ for this pathway; absent means the scenario's.</summary>
    public double? DeprivationExponent { get; init; }

    /// <summary>Gets the age bands of those referred, which do not overlap; none means that ages are not told apart.</summary>
    public ImmutableArray<AgeBand> Ages { get; init; } = [];

    /// <summary>Gets who refers; none means <see cref="DemandRules.FromSchools"/> and others.</summary>
    public ImmutableArray<ReferralSource> Sources { get; init; } = [];

    /// <summary>Gets how many children of a family are referred together; absent means one.</summary>
    public Siblings? Siblings { get; init; }

    /// <summary>Gets the share of accepted cases that are urgent: they go ahead of the others, and past a panel.</summary>
    [Sourced(Standing.Judged, "None unless the scenario says so.")]
    public Share Urgent { get; init; }

    /// <summary>Gets the number of cases open on the first day: zero or more.</summary>
    public required int OpenCases { get; init; }

    /// <summary>Gets the share of referrals that screening ends with no further action.</summary>
    [Sourced(Standing.Verified, "DfE Characteristics of children in need 2025, England: 6.5 %.")]
    public Share NoFurtherAction { get; init; } = new(0.065);

    /// <summary>Gets the assessment.</summary>
    public required AssessmentStage Assessment { get; init; }

    /// <summary>Gets the casework that follows an assessment that found need.</summary>
    public required CaseworkStage Casework { get; init; }

    /// <summary>Gets the further services that a case may want beside its lead.</summary>
    public ImmutableArray<SupportService> Supports { get; init; } = [];

    /// <summary>Gets the conference that some cases need; absent means none.</summary>
    public ConferenceRules? Conference { get; init; }

    /// <summary>Gets how many closures go on at a higher tier; absent means none.</summary>
    public TierStep? StepUp { get; init; }

    /// <summary>Gets how many closures go on at a lower tier; absent means none.</summary>
    public TierStep? StepDown { get; init; }

    /// <summary>Gets what may happen while a child waits for a lead professional.</summary>
    public WaitingRules Waiting { get; init; } = new();

    /// <summary>Gets how children come back after closure.</summary>
    public ReturnRules Returns { get; init; } = new();
}
