using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is something that is measured in each future of each structure.</summary>
/// <remarks>The set is fixed: the static members are all there are. <see cref="All"/> and <see cref="OfLevels"/> list them in the order of the tables.</remarks>
public sealed partial class Measure
{
    private Measure(string name, string label, string unit, BetterWhen better, string definition)
    {
        Name = name;
        Label = label;
        Unit = unit;
        Better = better;
        Definition = definition;
    }

    /// <summary>Gets the days up to which waits are followed in the restricted mean and in the shares.</summary>
    public static int HorizonDays => 180;

    /// <summary>Gets every measure of a whole structure, in the order of the tables.</summary>
    public static ImmutableArray<Measure> All => Lists.All;

    /// <summary>Gets every measure of a part of a structure, in the order of the tables.</summary>
    public static ImmutableArray<Measure> OfAnyLevel => Lists.OfAnyLevel;

    /// <summary>Gets the name used in files.</summary>
    public string Name { get; }

    /// <summary>Gets the name that people read.</summary>
    public string Label { get; }

    /// <summary>Gets the unit; empty where the measure is a pure number.</summary>
    public string Unit { get; }

    /// <summary>Gets which way it is better.</summary>
    public BetterWhen Better { get; }

    /// <summary>Gets what exactly is measured, in a sentence.</summary>
    public string Definition { get; }

    /// <summary>Gets the least value that is possible; null where there is none.</summary>
    public double? Least { get; private init; } = 0;

    /// <summary>Gets the greatest value that is possible; null where there is none.</summary>
    public double? Greatest { get; private init; }

    /// <summary>Gets whether this is a quantile of the wait, which may not be reached.</summary>
    public bool IsWaitQuantile => ReferenceEquals(this, MedianWait) || ReferenceEquals(this, WaitP90);

    /// <summary>Returns the measures of the levels of a dimension, in the order of the tables.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The measures; each level has them all.</returns>
    public static ImmutableArray<Measure> OfLevels(BreakdownDimension dimension) => Lists.OfDimension[(int)dimension];

    /// <summary>Returns the name used in files.</summary>
    public override string ToString() => Name;

    // The parts of the class stand in several files, whose order is not defined: lists are made after all of them.
    private static class Lists
    {
        internal static readonly ImmutableArray<Measure> All =
        [
            WaitToAllocation, MedianWait, WaitP90, Allocated, Lost, StillWaiting, ScreenedInTime, AssessedInTime,
            ConferencesInTime, SupportWait, Unallocated, OverFive, LongWaiters, ListGrowth, Escalated, DeprivationGap,
            DeprivationRatio, ConcentrationIndex, CaseloadSpread, CaseloadMax, AreaGini, NeedCapacityGap, CasesPerFte,
            Load, OtherHours, OneLead, ThreeWorkers, WorkerChanges, Returned, ReturnedSinceClosure, AssessmentsPerChild,
            AccessPointsPerChild, ProfessionalsAtOnce, FamilyKilometres, TravelShare, BoundariesCut, AgencyShare, Cost,
            SetUpCost,
        ];

        internal static readonly ImmutableArray<Measure> OfAnyLevel =
        [
            ChildrenReferred, ChildrenAccepted, WaitToAllocation, WaitP90, Allocated, Lost, StillWaiting, AssessedInTime, Returned, ChildrenWaiting,
            SupportWait, Load, Posts, AreaCaseload, NeedShare, CapacityShare, IndicativeBudget, ActualCost,
        ];

        internal static readonly ImmutableArray<Measure>[] OfDimension =
            [.. Enum.GetValues<BreakdownDimension>().Select(dimension => OfAnyLevel.RemoveAll(measure => !Has(dimension, measure)))];

        /// <summary>
        /// Tells whether a measure says something of a dimension's levels: whole localities have a budget, services are waited for, one month or area
        /// has too few waits for a P90. What is allocated in an area is what is neither lost nor still waiting there.
        /// </summary>
        private static bool Has(BreakdownDimension dimension, Measure measure) => measure switch
        {
            _ when measure == WaitP90 => dimension is not (BreakdownDimension.Area or BreakdownDimension.Month),
            _ when measure == Allocated => dimension != BreakdownDimension.Area,
            _ when measure == AreaCaseload => dimension == BreakdownDimension.Area,
            _ when measure == SupportWait => dimension == BreakdownDimension.Service,
            _ when measure == Load || measure == Posts =>
                dimension is BreakdownDimension.Locality or BreakdownDimension.Service or BreakdownDimension.Tier or BreakdownDimension.Month,
            _ when measure == NeedShare || measure == CapacityShare => dimension is BreakdownDimension.Locality or BreakdownDimension.Area,
            _ when measure == IndicativeBudget || measure == ActualCost => dimension == BreakdownDimension.Locality,
            _ => true,
        };
    }
}
