namespace LocalitySim.Models;

/// <summary>Is a panel: it sits on a timetable and decides on a limited number of cases, those that want several services and are not urgent.</summary>
/// <remarks>A decided case joins the lead service's list with the clock that it had. One that is not reached waits for the next sitting.</remarks>
public sealed record PanelRules
{
    /// <summary>Gets the time between sittings: above zero.</summary>
    [Sourced(Standing.Literature, "Local panels sit every four weeks, or weekly; test 1, 2, 4 and 6 weeks.")]
    public WorkingDays Interval { get; init; } = new(10);

    /// <summary>Gets the cases that one sitting decides: above zero; absent means all that wait.</summary>
    [Sourced(Standing.Literature, "Two hours in ten-minute slots: 12 cases.")]
    public int? Slots { get; init; } = 12;

    /// <summary>Gets the hours of one sitting, for one member of each service deployed in the locality.</summary>
    [Sourced(Standing.Literature, "Two hours.")]
    public Hours SittingHours { get; init; } = new(2);

    /// <summary>Gets the hours that the assessor spends on preparing one case for the panel.</summary>
    [Sourced(Standing.Judged, "An hour and a half: the papers and the family's consent.")]
    public Hours PreparationHours { get; init; } = new(1.5);
}
