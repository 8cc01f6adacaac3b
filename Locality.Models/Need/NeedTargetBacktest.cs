using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the backtest of one target.</summary>
public sealed record NeedTargetBacktest
{
    /// <summary>Gets the target.</summary>
    public required NeedTarget Target { get; init; }

    /// <summary>Gets the blend's skill.</summary>
    public required ForecastSkill Skill { get; init; }

    /// <summary>Gets the skill of each method that was a candidate for the blend, with the settings chosen.</summary>
    public required ImmutableArray<NeedMethodSkill> Methods { get; init; }

    /// <summary>Gets the forecasts, by year and authority.</summary>
    public required ImmutableArray<NeedPoint> Points { get; init; }

    /// <summary>Gets the blend's skill in each test year, with the first year first.</summary>
    public ImmutableArray<(int Year, ForecastSkill Skill)> ByYear =>
        [.. Points.GroupBy(point => point.Point.Period).OrderBy(year => year.Key).Select(year => (year.Key, ForecastSkill.Of([.. year.Select(point => point.Point)])))];

    /// <summary>Gets how often the intervals of 80 % and 95 % held what came.</summary>
    public (NeedCoverage Likely, NeedCoverage Wide) Coverage => NeedCoverage.Of(Points);

    /// <summary>Gets coverage and calibration by tenth of deprivation, the least deprived first.</summary>
    public ImmutableArray<NeedDecile> Deciles =>
    [
        .. Points.Where(point => point.Decile is not null).GroupBy(point => point.Decile!.Value).OrderBy(group => group.Key).Select(group =>
        {
            (NeedCoverage likely, NeedCoverage wide) = NeedCoverage.Of([.. group]);
            return new NeedDecile(group.Key, likely, wide, CalibrationRatio.Of([.. group.Select(point => point.Point)]));
        }),
    ];
}
