using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says whose wait is shorter in a structure than in the baseline, whose is longer, and whose cannot be told apart.</summary>
/// <remarks>
/// <para>
/// Among many parts one would look different by chance. So the paired t-tests of the parts of a dimension share 5 % by Holm's method
/// (<see cref="HolmAdjustment"/>): the chance of calling any part of the dimension shorter or longer whose mean wait is the same is 5 % at most. Dimensions
/// do not share it: each asks its own question.
/// </para>
/// <para>
/// The p-value is twice the smaller tail of Student's t, which is also the posterior by which <see cref="MeasureDifference.ProbabilityBetter"/> is stated (see
/// <see cref="PairedDifference"/>). As for the whole, a wait that is shorter while clearly more families are lost, or clearly fewer are assessed in
/// time, is no gain; these two are judged by the part's own interval, which errs on the side of caution.
/// </para>
/// <para>
/// Localities are the baseline's, by home area: in each future the mean of its areas' differences, each with the weight of the children accepted there
/// in the baseline. They need outcomes by area, and are left out where the comparison has none.
/// </para>
/// </remarks>
public sealed record GainsAndLosses
{
    /// <summary>The chance of calling any part of a dimension different that is not.</summary>
    public const double TestLevel = 0.05;

    /// <summary>The dimension that localities are made of.</summary>
    private const string AreaDimension = "Area";

    /// <summary>The dimensions that tell children apart. Months and tiers are no groups of children of their own, and structures do not share localities.</summary>
    private static readonly ImmutableArray<string> DimensionNames = ["Pathway", "Service", "DeprivationFifth", "AgeBand", AreaDimension];

    private GainsAndLosses()
    {
    }

    /// <summary>Gets every part, dimension by dimension, in the order of the breakdown.</summary>
    public required ImmutableArray<PartChange> Parts { get; init; }

    /// <summary>Gets the parts that clearly wait less, the largest gain of a dimension first.</summary>
    public ImmutableArray<PartChange> Gains => Ordered(WaitVerdict.Shorter, part => part.Difference.Mean);

    /// <summary>Gets the parts that clearly wait longer, the largest loss of a dimension first.</summary>
    public ImmutableArray<PartChange> Losses => Ordered(WaitVerdict.Longer, part => -part.Difference.Mean);

    /// <summary>Gets the parts of which it cannot be told, in the order of the breakdown.</summary>
    public ImmutableArray<PartChange> NoClearDifference => [.. Parts.Where(part => part.Verdict == WaitVerdict.NoClearDifference)];

    /// <summary>Gets the parts that clearly wait less and lose clearly more families, or have clearly fewer assessed in time: no gain.</summary>
    public ImmutableArray<PartChange> Doubtful => [.. Parts.Where(part => part.Verdict is WaitVerdict.ShorterButLosesMore or WaitVerdict.ShorterButAssessesLater)];

    /// <summary>Gets whether the baseline's localities are among the parts: the comparison has outcomes by area.</summary>
    public bool HasLocalities => Parts.Any(part => part.Dimension == BreakdownDimension.Locality);

    /// <summary>Sorts the parts of a difference.</summary>
    /// <param name="difference">How a structure differs from the baseline. One without parts gives none.</param>
    /// <returns>The parts.</returns>
    public static GainsAndLosses Of(StructureDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new GainsAndLosses
        {
            Parts =
            [
                .. DimensionNames.SelectMany(name => Enum.TryParse(name, out BreakdownDimension dimension) ? OfDimension(difference, dimension) : []),
                .. Enum.TryParse(AreaDimension, out BreakdownDimension areas) ? OfLocalities(difference, areas) : [],
            ],
        };
    }

    /// <summary>Composes the baseline's localities from a dimension whose levels are its areas. A locality of which no area is there is left out.</summary>
    internal static ImmutableArray<PartChange> OfLocalities(StructureDifference difference, BreakdownDimension areas) => Judged(
        [.. difference.Baseline.Structure.Localities
            .Select(locality => (locality, Areas: locality.Areas.Select(area => (To: Find(difference.Structure, areas, area), From: Find(difference.Baseline, areas, area))).ToArray()))
            .Where(item => item.Areas.Length > 0 && item.Areas.All(area => area.To is not null && area.From is not null))
            .Select(item => (BreakdownDimension.Locality, item.locality.Id, (Func<Measure, MeasureDifference>)(measure => Composed(measure, item.Areas!))))]);

    private static ImmutableArray<PartChange> OfDimension(StructureDifference difference, BreakdownDimension dimension) => Judged(
        [.. difference.Breakdowns
            .Where(item => item.Dimension == dimension)
            .Select(item => (dimension, item.Level, (Func<Measure, MeasureDifference>)(measure => item.Of(measure) ?? new MeasureDifference(measure, null, null, null, null, null))))]);

    private static ImmutableArray<PartChange> Judged((BreakdownDimension Dimension, string Level, Func<Measure, MeasureDifference> Of)[] parts)
    {
        MeasureDifference[] waits = [.. parts.Select(part => part.Of(Measure.WaitToAllocation))];
        double?[] tested = [.. waits.Select(PValueOf)];
        Queue<double> adjusted = new(HolmAdjustment.Of([.. tested.OfType<double>()]));
        return [.. parts.Select((part, index) =>
        {
            double? p = tested[index] is null ? null : adjusted.Dequeue();
            WaitVerdict verdict = !(p <= TestLevel) ? WaitVerdict.NoClearDifference
                : waits[index].Mean > 0 ? WaitVerdict.Longer
                : part.Of(Measure.Lost).IsClearlyWorse ? WaitVerdict.ShorterButLosesMore
                : part.Of(Measure.AssessedInTime).IsClearlyWorse ? WaitVerdict.ShorterButAssessesLater
                : WaitVerdict.Shorter;
            return new PartChange(part.Dimension, part.Level, waits[index], p, verdict);
        })];
    }

    /// <summary>The two-sided p-value of the paired t-test; 1 where all futures are the same but for rounding, null where there is no test.</summary>
    private static double? PValueOf(MeasureDifference wait) =>
        wait.ProbabilityBetter is not { } better ? null : wait.IsNone ? 1 : 2 * Math.Min(better, 1 - better);

    private static MeasureDifference Composed(Measure measure, (Breakdown To, Breakdown From)[] areas)
    {
        List<double> differences = [];
        int futures = areas.Min(area => Math.Min(area.To.FuturesOf(measure).Length, area.From.FuturesOf(measure).Length));
        for (int future = 0; future < futures; future++)
        {
            double sum = 0;
            double weights = 0;
            foreach ((Breakdown to, Breakdown from) in areas)
            {
                if (to.FuturesOf(measure)[future] is { } value && from.FuturesOf(measure)[future] is { } other && from.FuturesOf(Measure.ChildrenAccepted)[future] is { } weight)
                {
                    sum += weight * (value - other);
                    weights += weight;
                }
            }

            if (weights > 0)
            {
                differences.Add(sum / weights);
            }
        }

        return differences.Count == 0 ? new MeasureDifference(measure, null, null, null, null, null) : Summary.Difference(measure, [.. differences]);
    }

    private static Breakdown? Find(StructureResult result, BreakdownDimension dimension, string level) =>
        result.Breakdowns.FirstOrDefault(item => item.Dimension == dimension && string.Equals(item.Level, level, StringComparison.Ordinal));

    private ImmutableArray<PartChange> Ordered(WaitVerdict verdict, Func<PartChange, double?> by) =>
        [.. Parts.Where(part => part.Verdict == verdict).GroupBy(part => part.Dimension).SelectMany(group => group.OrderBy(by))];
}
