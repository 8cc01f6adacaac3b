namespace LocalitySim.Models;

/// <summary>Is what a partner agency pays into the pooled budget in a year.</summary>
public sealed record Contribution
{
    /// <summary>Gets the agency.</summary>
    public required string Agency { get; init; }

    /// <summary>Gets the yearly sum.</summary>
    public required Pounds Pounds { get; init; }
}
