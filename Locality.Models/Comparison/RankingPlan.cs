using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is by what, how finely and how surely structures are ranked.</summary>
public sealed record RankingPlan
{
    /// <summary>Gets the measures that structures can be ranked by: one way is better, and every future has a value.</summary>
    public static ImmutableArray<Measure> Measures { get; } =
    [
        Measure.WaitToAllocation, Measure.Lost, Measure.AssessedInTime, Measure.Unallocated, Measure.CaseloadSpread, Measure.Load,
        Measure.OneLead, Measure.ThreeWorkers, Measure.TravelShare,
    ];

    /// <summary>Gets the measure by which the best is chosen: one of <see cref="Measures"/>.</summary>
    public Measure Measure { get; init; } = Measure.WaitToAllocation;

    /// <summary>Gets the procedure.</summary>
    [Sourced(Standing.Literature, "Kim and Nelson, 2001: fit for some hundred structures in the same futures.")]
    public RankingMethod Method { get; init; } = RankingMethod.KimNelson;

    /// <summary>Gets the number of futures, over all structures, that <see cref="RankingMethod.BudgetAllocation"/> spends: the first stage of every structure or more. Null for the other procedures.</summary>
    public int? Budget { get; init; }

    /// <summary>Gets the difference from which it matters which of two structures is chosen, in the measure's own unit: above zero. The default is for the mean wait.</summary>
    [Sourced(Standing.Judged, "One working day of a mean wait, 1.4 days: less than one would move staff for.")]
    public double IndifferenceZone { get; init; } = 1.4;

    /// <summary>Gets the probability with which the structure chosen is the best, where it is the best by the zone or more: above 0, below 1.</summary>
    [Sourced(Standing.Judged, "The usual level.")]
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets the futures that every structure meets before one is left out: 2 or more.</summary>
    [Sourced(Standing.Literature, "Kim and Nelson, 2001: 10 to 20 observations, so that the variances are known well enough.")]
    public int FirstStage { get; init; } = 20;

    /// <summary>Gets the most futures of any structure: the first stage or more. When they are spent the ranking ends without a guarantee.</summary>
    [Sourced(Standing.Judged, "Ten times the usual number: a difference that hides longer is none to act on.")]
    public int MostFutures { get; init; } = 1000;
}
