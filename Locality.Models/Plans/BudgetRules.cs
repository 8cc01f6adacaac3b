namespace LocalitySim.Models;

/// <summary>Says how structures are made comparable in money.</summary>
public sealed record BudgetRules
{
    /// <summary>Gets what is done with freed money.</summary>
    [Sourced(Standing.Judged, "A comparison at equal budget separates the drawing of boundaries from a saving.")]
    public FreedMoney FreedMoney { get; init; } = FreedMoney.BuysPosts;

    /// <summary>Gets the id of the service whose posts the money buys (or which gives them up, where a structure costs more).</summary>
    public required string Service { get; init; }
}
