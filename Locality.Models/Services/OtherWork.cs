namespace LocalitySim.Models;

/// <summary>Is regular work outside cases: groups, consultation to other professionals, support of schools.</summary>
public sealed record OtherWork
{
    /// <summary>Gets what the work is, in a few words.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the hours a week that a full-time worker gives to it.</summary>
    public required HoursPerWeek HoursPerWeek { get; init; }
}
