namespace LocalitySim.Models;

/// <summary>Is the child protection conference that some accepted cases need, with its statutory limit.</summary>
public sealed record ConferenceRules
{
    /// <summary>Gets the share of accepted cases that need one.</summary>
    public required Share Share { get; init; }

    /// <summary>Gets the limit from acceptance to the conference.</summary>
    [Sourced(Standing.Verified, "Working Together: 15 working days; 81.4 % are within it (DfE Characteristics of children in need 2025, England).")]
    public WorkingDays Limit { get; init; } = new(15);

    /// <summary>Gets the mean time that arranging one takes once a lead is found, gamma distributed with shape 4.</summary>
    [Sourced(Standing.Judged, "Chosen so that about four in five are within the limit.")]
    public WorkingDays MeanLength { get; init; } = new(10);

    /// <summary>Gets the hours that one takes of the locality's managers.</summary>
    [Sourced(Standing.Judged, "Three hours with the report.")]
    public Hours Hours { get; init; } = new(3);
}
