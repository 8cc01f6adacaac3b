using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a figure that was observed in the authority: which measure, of which part, its value, and how near a simulation has to come.</summary>
/// <param name="Measure">What was measured: one of those that <see cref="Observables"/> allow.</param>
/// <param name="By">By what the part is one of several; null for the whole.</param>
/// <param name="Part">The part: an id, a tier, an age band or a fifth; null for the whole.</param>
/// <param name="Value">The value, in the unit that <see cref="Observables.UnitOf"/> gives.</param>
/// <param name="StandardError">The standard error of the value: zero or more; null where the file has none.</param>
/// <param name="Tolerance">How far off a simulation may be: above zero; null where the file has none.</param>
/// <param name="Source">Where the figure was published.</param>
public sealed record ObservedFigure(Measure Measure, BreakdownDimension? By, string? Part, double Value, double? StandardError, double? Tolerance, string Source)
{
    /// <summary>Gets the name used in files: the measure's, and that of the part.</summary>
    public string Name => By is { } dimension ? $"{Measure.Name}/{Observables.NameOf(dimension)}/{Part}" : Measure.Name;

    /// <summary>Returns the figure as a method of calibration takes it.</summary>
    internal ObservedOutput Output() => new(Name, Value, StandardError ?? 0, Tolerance);
}
