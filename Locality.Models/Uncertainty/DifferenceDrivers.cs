using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says which of a scenario's uncertain figures go with the size of a difference, from futures that have been simulated already.</summary>
/// <remarks>
/// Every future of a comparison draws its own values of the uncertain figures, independently of each other and the same for all structures. Where the
/// difference is greater in futures with more of a figure, the two are associated. That is all that is said: how much a figure does, and
/// what several do together, is what <see cref="SensitivityExperiment"/> and <see cref="UncertaintyExperiment"/> simulate for. Figures that do
/// opposite things in opposite parts of their range may show nothing here.
/// </remarks>
public sealed record DifferenceDrivers
{
    /// <summary>The fewest futures from which an association is read: below, only the strongest could be told from chance.</summary>
    public const int FewestFutures = 20;

    /// <summary>The chance of calling any figure associated where none is.</summary>
    internal const double TestLevel = 0.05;

    private DifferenceDrivers()
    {
    }

    /// <summary>Gets the structure whose difference it is.</summary>
    public required Structure Structure { get; init; }

    /// <summary>Gets the structure that it is compared with.</summary>
    public required Structure Baseline { get; init; }

    /// <summary>Gets the measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Gets in how many futures the measure has a value in both structures.</summary>
    public required int Futures { get; init; }

    /// <summary>
    /// Gets the uncertain figures, the strongest correlation first, its sign left out. Empty where no figure is uncertain, where there are fewer than
    /// <see cref="FewestFutures"/> futures, or where all differ by the same. A figure of which all futures drew one value is left out.
    /// </summary>
    public required ImmutableArray<FigureAssociation> Figures { get; init; }

    /// <summary>Looks for the figures that a difference goes with. Nothing is simulated.</summary>
    /// <param name="comparison">The comparison, with the scenario and the seed by which the figures were drawn.</param>
    /// <param name="structureId">The structure's id: one of those compared, and not the first.</param>
    /// <param name="measure">The measure: one of <see cref="Measure.All"/>. Absent means the mean wait.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">The structure is not compared with the baseline here, or the measure is one of parts only.</exception>
    public static DifferenceDrivers Of(StructureComparison comparison, string structureId, Measure? measure = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Of(comparison, comparison.Difference(structureId), measure);
    }

    /// <summary>Looks for the figures that a difference of a comparison goes with, such as one of those with the money released. Nothing is simulated.</summary>
    /// <param name="comparison">The comparison, with the scenario and the seed by which the figures were drawn.</param>
    /// <param name="difference">A difference of two structures in its futures.</param>
    /// <param name="measure">The measure: one of <see cref="Measure.All"/>. Absent means the mean wait.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">The measure is one of parts only.</exception>
    public static DifferenceDrivers Of(StructureComparison comparison, StructureDifference difference, Measure? measure = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(difference);
        Measure asked = measure ?? Measure.WaitToAllocation;
        if (!Measure.All.Contains(asked))
        {
            throw new ArgumentException($"Found {asked}, which only parts of a structure have; expected one of {string.Join(", ", Measure.All)}.", nameof(measure));
        }

        // Where one variant was simulated in fewer futures than the other, they share the first ones.
        ImmutableArray<double?> to = difference.Structure.FuturesOf(asked);
        ImmutableArray<double?> from = difference.Baseline.FuturesOf(asked);
        (int Future, double Difference)[] differences = [.. Enumerable.Range(0, Math.Min(to.Length, from.Length))
            .Where(future => to[future] is not null && from[future] is not null)
            .Select(future => (future, to[future]!.Value - from[future]!.Value))];
        return new DifferenceDrivers
        {
            Structure = difference.Structure.Structure,
            Baseline = difference.Baseline.Structure,
            Measure = asked,
            Futures = differences.Length,
            Figures = differences.Length < FewestFutures ? [] : Associations(comparison, differences),
        };
    }

    private static ImmutableArray<FigureAssociation> Associations(StructureComparison comparison, (int Future, double Difference)[] differences)
    {
        Scenario scenario = comparison.Scenario;
        if (scenario.Uncertain.IsEmpty)
        {
            return [];
        }

        ImmutableArray<ScenarioParameter> known = ScenarioParameter.ForCalibration(scenario);
        double[][] drawn = [.. differences.Select(item => FigureDraws.Values(scenario, comparison.Plan.Seed, item.Future))];
        double[] sizes = [.. differences.Select(item => item.Difference)];
        (UncertainFigure Figure, RankCorrelation Correlation)[] found = [.. scenario.Uncertain
            .Select((figure, index) => (Figure: figure, Correlation: RankCorrelation.Of([.. drawn.Select(values => values[index])], sizes)))
            .Where(item => item.Correlation is not null)
            .Select(item => (item.Figure, item.Correlation!))];
        double[] adjusted = HolmAdjustment.Of([.. found.Select(item => item.Correlation.PValue)]);
        return [.. found
            .Select((item, index) =>
            {
                ScenarioParameter parameter = known.First(other => string.Equals(other.Name, item.Figure.Figure, StringComparison.Ordinal));
                return new FigureAssociation(item.Figure, parameter.Label, parameter.Unit, item.Correlation.Correlation, adjusted[index]);
            })
            .OrderByDescending(item => Math.Abs(item.Correlation.Mean))
            .ThenBy(item => item.Figure.Figure, StringComparer.Ordinal)];
    }
}
