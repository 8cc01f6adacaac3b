using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>The systems between which a choice cannot, and need not, be made by the figures: ties, named as such.</summary>
/// <remarks>
/// A system belongs to the set if its mean is within the indifference zone of the best mean, and <see cref="MultipleComparisonsWithBest"/>
/// leaves it open that it is the best; a mean that equals the best is always a tie. A system outside may be left out for either reason: it is visibly worse, or it is worse by more than
/// the zone and more replications may yet tell.
/// </remarks>
public sealed record IndifferenceSet
{
    private IndifferenceSet()
    {
    }

    /// <summary>The system with the best mean; the lowest-numbered of equals.</summary>
    public required int Best { get; init; }

    /// <summary>The systems of the set in ascending order; the best is one of them.</summary>
    public required ImmutableArray<int> Members { get; init; }

    /// <summary>The indifference zone, in the unit of the observations.</summary>
    public required double IndifferenceZone { get; init; }

    /// <summary>The comparisons behind it.</summary>
    public required MultipleComparisonsWithBest Comparisons { get; init; }

    /// <summary>Whether the best system has no rival.</summary>
    public bool IsClear => Members.Length == 1;

    /// <summary>Finds the set.</summary>
    /// <param name="values">The outcomes by system and replication, finite; two systems or more, with as many replications each, two or more.</param>
    /// <param name="objective">Which mean is the best.</param>
    /// <param name="indifferenceZone">The least difference of means that matters, above zero, in the unit of the observations.</param>
    /// <param name="commonRandomNumbers">Whether the systems met the same chances in replications of the same number.</param>
    /// <param name="confidence">The confidence of the comparisons, above 1/k and below 1.</param>
    /// <exception cref="ArgumentException">There are too few outcomes, or not as many of each system.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is not finite, or another figure is out of range.</exception>
    public static IndifferenceSet Of(
        IReadOnlyList<IReadOnlyList<double>> values,
        Objective objective,
        double indifferenceZone,
        bool commonRandomNumbers,
        double confidence = 0.95)
    {
        NumberGuard.Positive(indifferenceZone);
        MultipleComparisonsWithBest comparisons = MultipleComparisonsWithBest.Of(values, objective, commonRandomNumbers, confidence);
        return new IndifferenceSet
        {
            Best = comparisons.Best,
            Members =
            [
                .. Enumerable.Range(0, comparisons.Differences.Length).Where(system => system == comparisons.Best
                    || comparisons.Differences[system].Mean == 0
                    || (Math.Abs(comparisons.Differences[system].Mean) <= indifferenceZone && comparisons.MayBeBest(system))),
            ],
            IndifferenceZone = indifferenceZone,
            Comparisons = comparisons,
        };
    }
}
