namespace LocalitySim.Simulation;

/// <summary>A parameter as the observations have it.</summary>
public sealed record CalibratedParameter
{
    /// <summary>The parameter and its range.</summary>
    public required ParameterRange Range { get; init; }

    /// <summary>The value that fits best. Of values that fit alike, those nearest to the base are taken.</summary>
    public required double Value { get; init; }

    /// <summary>The lower bound of the interval; <c>null</c> where it reaches the range's end or goes beyond it.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper bound of the interval; <c>null</c> where it reaches the range's end or goes beyond it.</summary>
    public required double? Upper { get; init; }

    /// <summary>The standard error, in the parameter's unit; <c>null</c> where the parameter takes part in a loose combination: see <see cref="CalibrationResult.Loose"/>.</summary>
    public required double? StandardError { get; init; }

    /// <summary>Whether the interval is narrower than the range. What is not is said to be not pinned down.</summary>
    public required bool IsPinnedDown { get; init; }

    /// <summary>At which end of the range the value lies, if it does: a better one may lie beyond, and the interval is not to be relied on.</summary>
    public required RangeEnd End { get; init; }

    /// <summary>
    /// By how much the outputs move when the parameter alone goes half its range up from the value: root mean square over outputs, in their standard
    /// errors; 0 or more. This is δ^msqr of Brun, Reichert and Künsch (2001).
    /// </summary>
    public required double Influence { get; init; }

    /// <summary>Whether the base fits too: it lies within the interval.</summary>
    public bool BaseFits => (Lower is not { } lower || Range.Base >= lower) && (Upper is not { } upper || Range.Base <= upper);
}
