namespace LocalitySim.Models;

/// <summary>Takes apart the week of a worker.</summary>
internal static class WorkingWeek
{
    /// <summary>Returns the hours a week that a full-time holder at work has for cases.</summary>
    internal static double HoursForCases(Service service) => Math.Max(
        0,
        (service.PaidHours.Value * (1 - service.FixedShare.Value)) - service.DutyHours.Value - service.SupervisionHours.Value);
}
