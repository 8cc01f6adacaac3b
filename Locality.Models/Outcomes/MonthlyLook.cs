namespace LocalitySim.Models;

/// <summary>Is what a monthly look at a structure finds.</summary>
/// <param name="CaseloadSpread">Standard deviation over mean of points per full-time equivalent, over filled posts; null where nothing is held.</param>
/// <param name="CaseloadMax">Largest points per full-time equivalent over the mean; null where nothing is held.</param>
/// <param name="AreaGini">Gini coefficient over areas of points per full-time equivalent; null where nothing is held.</param>
/// <param name="HeldCases">Cases held by workers.</param>
/// <param name="FilledFte">Filled full-time equivalents.</param>
/// <param name="PaidHoursPerWeek">Paid hours a week of filled posts.</param>
/// <param name="Waiting">Cases on the lists.</param>
/// <param name="WaitingLong">Cases on the lists for more than 20 working days.</param>
internal sealed record MonthlyLook(
    double? CaseloadSpread,
    double? CaseloadMax,
    double? AreaGini,
    int HeldCases,
    double FilledFte,
    double PaidHoursPerWeek,
    int Waiting,
    int WaitingLong);
