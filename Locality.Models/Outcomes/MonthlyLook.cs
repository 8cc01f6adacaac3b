namespace LocalitySim.Models;

/// <summary>Is what a monthly look at a structure finds.</summary>
/// <param name="CaseloadSpread">Standard deviation over mean of points per full-time equivalent, over filled posts; null where nothing is held.</param>
/// <param name="CaseloadMax">Largest points per full-time equivalent over the mean; null where nothing is held.</param>
/// <param name="AreaGini">Gini coefficient over areas of points per full-time equivalent; null where nothing is held.</param>
/// <param name="NeedCapacityGap">Half the sum over areas of the difference between shares of capacity and need; null without posts.</param>
/// <param name="HeldChildren">Children in cases held by workers.</param>
/// <param name="PostFte">Full-time equivalents of all posts.</param>
/// <param name="FilledFte">Filled full-time equivalents.</param>
/// <param name="AgencyFte">Full-time equivalents that agency workers hold.</param>
/// <param name="PaidHoursPerWeek">Paid hours a week of filled posts.</param>
/// <param name="CaseHoursPerWeek">Those of them that are for cases.</param>
/// <param name="Waiting">Cases on the lists.</param>
/// <param name="WaitingOverFive">Cases on the lists for more than 5 working days.</param>
/// <param name="WaitingLong">Cases on the lists for more than 20 working days.</param>
internal sealed record MonthlyLook(
    double? CaseloadSpread,
    double? CaseloadMax,
    double? AreaGini,
    double? NeedCapacityGap,
    int HeldChildren,
    double PostFte,
    double FilledFte,
    double AgencyFte,
    double PaidHoursPerWeek,
    double CaseHoursPerWeek,
    int Waiting,
    int WaitingOverFive,
    int WaitingLong);
