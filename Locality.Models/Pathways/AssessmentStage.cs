namespace LocalitySim.Models;

/// <summary>Is the assessment: work for one worker of the pathway's service.</summary>
public sealed record AssessmentStage
{
    /// <summary>Gets the mean length at the nominal pace, in working days, gamma distributed with shape 4.</summary>
    [Sourced(Standing.Judged, "Most assessments end well before the limit of 45 working days; 85.7 % are within it.")]
    public WorkingDays MeanLength { get; init; } = new(25);

    /// <summary>Gets the hours a week that an assessment takes at the nominal pace, travel apart.</summary>
    [Sourced(Standing.Judged, "About ten hours of work in five weeks.")]
    public HoursPerWeek HoursPerWeek { get; init; } = new(2);

    /// <summary>Gets the visits a week, which decide the travel.</summary>
    [Sourced(Standing.Judged, "Two visits in five weeks.")]
    public double VisitsPerWeek { get; init; } = 0.4;

    /// <summary>Gets the points that an assessment takes of its worker's limit.</summary>
    [Sourced(Standing.Literature, "The lightest weight of local schemes: 4 points.")]
    public Points Points { get; init; } = new(4);

    /// <summary>Gets the limit from referral to the signed assessment.</summary>
    [Sourced(Standing.Verified, "Working Together: 45 working days from referral.")]
    public WorkingDays Limit { get; init; } = new(45);

    /// <summary>Gets the share of assessments that find no need of this service.</summary>
    [Sourced(Standing.Verified, "DfE Characteristics of children in need 2025, England: 30.8 % of referrals, 33 % of those assessed.")]
    public Share NotInNeed { get; init; } = new(0.33);
}
