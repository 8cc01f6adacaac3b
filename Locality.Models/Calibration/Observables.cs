using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Says which measures can be compared with an authority's own figures, of which parts, and in which unit.</summary>
public static class Observables
{
    // What has no cause in a simulation, is a sum over a window that nobody published, or is in points, which are the scenario's own.
    private static readonly Measure[] Left = [Measure.BoundariesCut, Measure.SetUpCost, Measure.AreaCaseload, Measure.NeedShare, Measure.CapacityShare, Measure.IndicativeBudget, Measure.ActualCost];

    private static readonly BreakdownDimension[] Dimensions = [.. Enum.GetValues<BreakdownDimension>().Where(dimension => dimension != BreakdownDimension.Month)];

    /// <summary>Gets the children whose cases close in a year: a measure of calibration alone.</summary>
    public static Measure ChildrenClosed => Measure.ChildrenClosed;

    /// <summary>Gets the children in cases that workers hold: a measure of calibration alone.</summary>
    public static Measure ChildrenHeld => Measure.ChildrenHeld;

    /// <summary>Gets every measure that a figure may be of, in the order of the tables.</summary>
    public static ImmutableArray<Measure> All { get; } =
        [.. Measure.All.Concat(Measure.OfAnyLevel).Distinct().Where(measure => !Left.Contains(measure)), Measure.ChildrenHeld, Measure.ChildrenClosed];

    /// <summary>Returns by what a measure's figures may be of a part; null in the list is the whole.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>The dimensions; empty for a measure that is not one of <see cref="All"/>.</returns>
    public static ImmutableArray<BreakdownDimension?> DimensionsOf(Measure measure)
    {
        if (!All.Contains(measure))
        {
            return [];
        }

        if (measure == Measure.ChildrenHeld || measure == Measure.CasesPerFte)
        {
            return [null, BreakdownDimension.Service];
        }

        if (measure == Measure.ChildrenClosed)
        {
            return [null, BreakdownDimension.Pathway];
        }

        bool whole = Measure.All.Contains(measure) || measure == Measure.ChildrenReferred || measure == Measure.ChildrenAccepted || measure == Measure.ChildrenWaiting;
        return [.. whole ? new BreakdownDimension?[] { null } : [], .. Dimensions.Where(dimension => Measure.OfLevels(dimension).Contains(measure)).Select(dimension => (BreakdownDimension?)dimension)];
    }

    /// <summary>Returns the unit of an observed figure: counts of a window are given for a year.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>The unit; empty for a pure number.</returns>
    public static string UnitOf(Measure measure) => IsPerYear(measure) ? "children a year" : measure.Unit;

    /// <summary>Returns the name of a dimension in files.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The name, as <c>--by</c> of <c>locality compare</c> has it.</returns>
    public static string NameOf(BreakdownDimension dimension) => dimension switch
    {
        BreakdownDimension.Locality => "locality",
        BreakdownDimension.Service => "service",
        BreakdownDimension.Pathway => "pathway",
        BreakdownDimension.Tier => "tier",
        BreakdownDimension.AgeBand => "age",
        BreakdownDimension.DeprivationFifth => "fifth",
        BreakdownDimension.Area => "area",
        _ => "month",
    };

    /// <summary>Returns the names of the parts, dimension by dimension.</summary>
    internal static string[][] PartsOf(Scenario scenario, Structure structure) =>
        new OutcomeBasis(new StructureBasis(scenario, structure, scenario.Budget.FreedMoney, scenario.Plan.Years), scenario.Plan).Levels.Names;

    internal static bool IsPerYear(Measure measure) => measure == Measure.ChildrenReferred || measure == Measure.ChildrenAccepted || measure == Measure.ChildrenClosed;
}
