using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is how a structure differs from the baseline, future by future.</summary>
public sealed record StructureDifference
{
    /// <summary>Gets the structure.</summary>
    public required StructureResult Structure { get; init; }

    /// <summary>Gets the structure that it is compared with.</summary>
    public required StructureResult Baseline { get; init; }

    /// <summary>Gets each measure's difference, in the order of <see cref="Measure.All"/>.</summary>
    public required ImmutableArray<MeasureDifference> Measures { get; init; }

    /// <summary>Gets the difference part by part, for the dimensions that structures share: all but their localities.</summary>
    public ImmutableArray<BreakdownDifference> Breakdowns { get; init; } = [];

    /// <summary>Gets what may be said about the wait.</summary>
    public WaitVerdict Wait
    {
        get
        {
            MeasureDifference wait = Of(Measure.WaitToAllocation);
            if (wait.IsClearlyWorse)
            {
                return WaitVerdict.Longer;
            }

            // A shorter wait that comes from losing more families, or from accepting them later, is no improvement.
            return !wait.IsClearlyBetter ? WaitVerdict.NoClearDifference
                : Of(Measure.Lost).IsClearlyWorse ? WaitVerdict.ShorterButLosesMore
                : Of(Measure.AssessedInTime).IsClearlyWorse ? WaitVerdict.ShorterButAssessesLater
                : WaitVerdict.Shorter;
        }
    }

    /// <summary>Returns one measure's difference.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>The difference.</returns>
    public MeasureDifference Of(Measure measure) => Measures[Measure.All.IndexOf(measure)];
}
