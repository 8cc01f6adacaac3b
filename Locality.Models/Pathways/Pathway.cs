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

    /// <summary>Gets the published yearly number of referrals in the whole authority, returns included: finite, zero or more.</summary>
    public required double ReferralsPerYear { get; init; }

    /// <summary>Gets the number of cases open on the first day: zero or more.</summary>
    public required int OpenCases { get; init; }

    /// <summary>Gets the share of referrals that screening ends with no further action.</summary>
    [Sourced(Standing.Verified, "DfE Characteristics of children in need 2025, England: 6.5 %.")]
    public Share NoFurtherAction { get; init; } = new(0.065);

    /// <summary>Gets the assessment.</summary>
    public required AssessmentStage Assessment { get; init; }

    /// <summary>Gets the casework that follows an assessment that found need.</summary>
    public required CaseworkStage Casework { get; init; }

    /// <summary>Gets what may happen while a child waits for a lead professional.</summary>
    public WaitingRules Waiting { get; init; } = new();

    /// <summary>Gets how children come back after closure.</summary>
    public ReturnRules Returns { get; init; } = new();
}
