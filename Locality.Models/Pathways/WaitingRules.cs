namespace LocalitySim.Models;

/// <summary>Says what may happen while a child waits for a lead professional.</summary>
public sealed record WaitingRules
{
    /// <summary>Gets the place in the queue: a lower number goes first. Escalation takes one off.</summary>
    [Sourced(Standing.Judged, "Every pathway has a list of its own service, so the number matters only after escalation.")]
    public int Priority { get; init; } = 5;

    /// <summary>Gets the mean time after which a waiting family is lost, exponentially distributed; absent means never.</summary>
    [Sourced(Standing.Judged, "No published figure: a year.")]
    public Days? MeanPatience { get; init; } = new(365);

    /// <summary>Gets the mean time after which a waiting case becomes worse, exponentially distributed; absent means never.</summary>
    [Sourced(Standing.Judged, "No published figure: a year.")]
    public Days? MeanTimeToEscalation { get; init; } = new(365);

    /// <summary>Gets the id of the pathway, a tier up, that an escalated case moves to; absent means that it stays, with a higher priority.</summary>
    public string? EscalatesTo { get; init; }

    /// <summary>Gets by how much a case's work grows for each 100 days that it waited: 0.1 is a tenth more. This is a feedback of overload.</summary>
    [Sourced(Standing.Judged, "Need grows while nothing is done; no published figure.")]
    public double WorkGrowthPer100Days { get; init; }
}
