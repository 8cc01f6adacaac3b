namespace LocalitySim.Models;

/// <summary>Takes apart the week of a worker.</summary>
internal static class WorkingWeek
{
    /// <summary>Returns the hours a week that a full-time holder at work has for cases.</summary>
    /// <param name="service">The service.</param>
    /// <param name="model">The delivery model of the locality.</param>
    /// <param name="sittingHours">The hours a week that panels take.</param>
    internal static double HoursForCases(Service service, DeliveryModel model, double sittingHours) => Math.Max(
        0,
        (service.PaidHours.Value * (1 - service.FixedShare.Value))
            - (service.DutyRota ? 0 : service.DutyHours.Value)
            - (model.SupervisionHours ?? service.SupervisionHours).Value
            - model.HomeAgencyHours.Value
            - OtherWorkHours(service)
            - sittingHours);

    /// <summary>Returns the hours a week that a full-time holder at work gives to work outside cases, within the paid week.</summary>
    internal static double OtherWorkHours(Service service) => Math.Min(service.PaidHours.Value, service.OtherWork.Sum(work => work.HoursPerWeek.Value));
}
