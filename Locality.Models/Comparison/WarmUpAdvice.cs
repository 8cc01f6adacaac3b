namespace LocalitySim.Models;

/// <summary>Is what a weekly series, averaged over futures, says of the warm-up of one structure.</summary>
/// <param name="Structure">The structure.</param>
/// <param name="Series">What is counted at the end of each week.</param>
/// <param name="CutYears">The start of the run that MSER-5 leaves out, in years.</param>
/// <param name="IsTrusted">Whether the cut lies in the first half of the run; if not, the run is too short or has no steady state.</param>
/// <param name="InWarmUp">The mean of the series over the plan's warm-up; null where there is none.</param>
/// <param name="Counted">The mean over the counted part of the run.</param>
/// <param name="WarmUpYears">The plan's warm-up, in years.</param>
public sealed record WarmUpAdvice(Structure Structure, WarmUpSeries Series, double CutYears, bool IsTrusted, double? InWarmUp, double Counted, double WarmUpYears)
{
    /// <summary>Gets whether the plan's warm-up is as long as the cut, and the cut is to be trusted.</summary>
    public bool IsEnough => IsTrusted && CutYears <= WarmUpYears;
}
