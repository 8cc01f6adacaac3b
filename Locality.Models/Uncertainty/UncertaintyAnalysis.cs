using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Says how sure a choice among structures is, what makes it unsure, and what would be worth finding out.</summary>
public sealed record UncertaintyAnalysis
{
    /// <summary>Gets the scenario, with the figures that are uncertain.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets the question.</summary>
    public required UncertaintyQuestion Question { get; init; }

    /// <summary>Gets how long was simulated, and how many futures were.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets whether the analysis was stopped before all futures were simulated.</summary>
    public required bool IsStopped { get; init; }

    /// <summary>Gets each structure, in the question's order.</summary>
    public required ImmutableArray<StructureRegret> Structures { get; init; }

    /// <summary>Gets how each structure but the first differs from it, and what makes that unsure.</summary>
    public required ImmutableArray<UncertainDifference> Differences { get; init; }

    /// <summary>Gets what each uncertain figure would be worth knowing before the choice, the most valuable first.</summary>
    public required ImmutableArray<FigureValue> Figures { get; init; }
}
