using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Says how structures are made comparable in money.</summary>
public sealed record BudgetRules
{
    /// <summary>Gets what is done with freed money.</summary>
    [Sourced(Standing.Judged, "A comparison at equal budget separates the drawing of boundaries from a saving.")]
    public FreedMoney FreedMoney { get; init; } = FreedMoney.BuysPosts;

    /// <summary>Gets the id of the service whose posts the money buys (or which gives them up, where a structure costs more).</summary>
    public required string Service { get; init; }

    /// <summary>Gets what partner agencies pay into a pooled budget. Costs by agency show it as money that passes from them to the agency of the service that <see cref="Service"/> names.</summary>
    public ImmutableArray<Contribution> Pooled { get; init; } = [];
}
