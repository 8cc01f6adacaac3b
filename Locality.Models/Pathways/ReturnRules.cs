namespace LocalitySim.Models;

/// <summary>Says how children come back after their case has closed.</summary>
public sealed record ReturnRules
{
    /// <summary>Gets the chance that a closure is followed by another referral.</summary>
    [Sourced(Standing.Judged, "Chosen, as for Derby, so that about 22.6 % of referrals follow another within 12 months (DfE Characteristics of children in need 2025, England).")]
    public Share Chance { get; init; } = new(0.33);

    /// <summary>Gets the mean time from closure to return, exponentially distributed.</summary>
    [Sourced(Standing.Judged, "Half a year: most returns that are counted fall within twelve months.")]
    public Days MeanDelay { get; init; } = new(180);

    /// <summary>Gets by how much the chance grows for each 100 days that the child waited: 0.1 is a tenth more. This is a feedback of overload.</summary>
    [Sourced(Standing.Judged, "No published figure.")]
    public double GrowthPer100DaysWaited { get; init; }

    /// <summary>Gets by how much the chance grows for each change of worker that the case had: 0.1 is a tenth more. This is a feedback of turnover.</summary>
    [Sourced(Standing.Judged, "No published figure.")]
    public double GrowthPerChangeOfWorker { get; init; }
}
