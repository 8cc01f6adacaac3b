using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what is asked about the uncertainty of a choice among structures.</summary>
public sealed record UncertaintyQuestion
{
    /// <summary>The fewest futures that say anything.</summary>
    public const int FewestFutures = 10;

    /// <summary>Gets the ids of the structures, the baseline first: two or more. Empty means all of the scenario's.</summary>
    public ImmutableArray<string> Structures { get; init; } = [];

    /// <summary>Gets the measure: one of <see cref="RankingPlan.Measures"/>.</summary>
    public Measure Measure { get; init; } = Measure.WaitToAllocation;

    /// <summary>Gets the regret up to which a structure is not a wrong choice, in the measure's unit: zero or more.</summary>
    [Sourced(Standing.Judged, "One working day of a mean wait, 1.4 days, as for a ranking.")]
    public double IndifferenceZone { get; init; } = 1.4;

    /// <summary>Gets how many futures are simulated: 10 or more. Each takes up to four runs of every structure.</summary>
    [Sourced(Standing.Judged, "Enough to tell a source that makes half of the variance from one that makes none.")]
    public int Futures { get; init; } = 60;

    /// <summary>Returns the question, with its structures named, if it can be asked of a scenario.</summary>
    internal UncertaintyQuestion CheckedFor(Scenario scenario)
    {
        UncertainFigures.Checked(scenario);
        ImmutableArray<string> ids = Structures.IsEmpty ? [.. scenario.Structures.Select(structure => structure.Id)] : Structures;
        if (ids.Length < 2 || ids.Select(scenario.Structure).Distinct().Count() != ids.Length)
        {
            throw new ArgumentException("Expected two structures or more, each named once.", nameof(scenario));
        }

        if (!RankingPlan.Measures.Contains(Measure))
        {
            throw new ArgumentException($"Found {Measure.Name}; expected one of {string.Join(", ", RankingPlan.Measures)}.", nameof(scenario));
        }

        if (!(IndifferenceZone >= 0 && double.IsFinite(IndifferenceZone)))
        {
            throw new ArgumentException($"Found a zone of {IndifferenceZone}; expected zero or more.", nameof(scenario));
        }

        return Futures >= FewestFutures
            ? this with { Structures = ids }
            : throw new ArgumentException($"Found {Futures} futures; expected {FewestFutures} or more.", nameof(scenario));
    }
}
