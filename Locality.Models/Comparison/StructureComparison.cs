using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the result of comparing structures in the same futures.</summary>
public sealed record StructureComparison
{
    /// <summary>Gets the scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets how long and how often was simulated.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Gets the structures in the order asked for. The first is the baseline.</summary>
    public required ImmutableArray<StructureResult> Structures { get; init; }

    /// <summary>Gets how each other structure differs from the first.</summary>
    public required ImmutableArray<StructureDifference> Differences { get; init; }

    /// <summary>Gets the same structures with the freed money released, for those that free any while the plan spends it. They are simulated in the first quarter of the futures, and in thirty or more.</summary>
    public required ImmutableArray<StructureDifference> CashReleased { get; init; }

    /// <summary>Gets why no more futures were added; null where their number was given.</summary>
    public PrecisionResult? Precision { get; init; }

    /// <summary>Returns how a structure differs from the baseline.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">The structure is not among those compared, or is the baseline.</exception>
    public StructureDifference Difference(string structureId) =>
        Differences.FirstOrDefault(difference => string.Equals(difference.Structure.Structure.Id, structureId, StringComparison.Ordinal))
        ?? throw new ArgumentException($"'{structureId}' is not compared with the baseline here.", nameof(structureId));

    /// <summary>Returns how a structure differs from any other, in the same futures.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="fromId">The id of the structure that it is compared with.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">A structure is not among those compared.</exception>
    public StructureDifference DifferenceBetween(string structureId, string fromId) => Summary.Difference(Result(structureId), Result(fromId));

    /// <summary>Returns how often each structure would have the best mean if these futures had fallen out a little differently. See <see cref="ProbabilityOfBest"/>.</summary>
    /// <param name="measure">The measure: one that is better lower or higher.</param>
    /// <returns>The shares of resamples, from 0 to 1, in the order of the structures; null with one structure or future, or where some future has no value.</returns>
    /// <exception cref="ArgumentException">The measure is neither better lower nor higher.</exception>
    public ImmutableArray<double>? ChancesOfBest(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        Objective objective = measure.Better switch
        {
            BetterWhen.Lower => Objective.Smallest,
            BetterWhen.Higher => Objective.Largest,
            _ => throw new ArgumentException($"Expected a measure that is better lower or higher; found {measure.Name}.", nameof(measure)),
        };
        double[][] values = [.. Structures.Select(result => result.FuturesOf(measure).OfType<double>().ToArray())];
        return Structures.Length < 2 || Plan.Replications < 2 || Array.Exists(values, futures => futures.Length < Plan.Replications)
            ? null
            : ProbabilityOfBest.Of(values, objective, commonRandomNumbers: true, new RandomStreams(Plan.Seed, 0), Purposes.Resample);
    }

    /// <summary>Returns the structure that draws the baseline's localities and only shares the staff anew; null if none is among those compared.</summary>
    /// <remarks>What a merger gains over it is not owed to re-sharing.</remarks>
    /// <returns>The structure.</returns>
    public StructureResult? Reshared()
    {
        Structure baseline = Structures[0].Structure;
        return Structures.Skip(1).FirstOrDefault(result => result.Structure.Staffing != baseline.Staffing
            && Likeness.SameArrangements(result.Structure, baseline)
            && Likeness.SameLocalities(result.Structure, baseline));
    }

    private StructureResult Result(string structureId) =>
        Structures.FirstOrDefault(result => string.Equals(result.Structure.Id, structureId, StringComparison.Ordinal))
        ?? throw new ArgumentException($"'{structureId}' is not among the structures compared here.", nameof(structureId));
}
