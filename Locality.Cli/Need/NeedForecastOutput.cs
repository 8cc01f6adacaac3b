using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a forecast of need as it is written in JSON for reading; <c>--out</c> writes the form that commands read again.</summary>
internal sealed record NeedForecastOutput(
    string Authority,
    string Code,
    int Year,
    int LastYear,
    double Children,
    string Data,
    string DataSha256,
    int MethodVersion,
    ImmutableArray<NeedForecastOutput.TargetJson> Targets,
    IntervalJson? Elasticity,
    string? Pathway,
    ImmutableArray<NeedForecastOutput.RateJson> Rates,
    string Caveat)
{
    internal static NeedForecastOutput Of(NeedForecast forecast, NeedRates? rates) => new(
        forecast.Authority.Name,
        forecast.Authority.Code,
        forecast.Year,
        forecast.LastYear,
        forecast.Children,
        forecast.DataName,
        forecast.DataSha256,
        forecast.MethodVersion,
        [
            .. forecast.Targets.Select(target => new TargetJson(
                target.Target.Name,
                target.Last,
                IntervalJson.Of(target.Likely),
                IntervalJson.Of(target.Wide),
                IntervalJson.Of(NeedTargetForecast.CountOf(target.Likely, forecast.Children)))),
        ],
        forecast.Elasticity is { } elasticity ? IntervalJson.Of(elasticity.Interval()) : null,
        rates?.Pathway,
        rates is null ? [] : [.. new[] { rates.Year }.Concat(rates.Months).Concat(rates.Areas).Concat(rates.AreaMonths).Select(rate => new RateJson(rate.Area, rate.Month, IntervalJson.Of(rate.Likely), IntervalJson.Of(rate.Wide)))],
        Downscaling.Caveat);

    /// <summary>Is a target: rates per 10,000 children, and the count.</summary>
    internal sealed record TargetJson(string Target, double Last, IntervalJson Rate80, IntervalJson Rate95, IntervalJson Count80);

    /// <summary>Is how many referrals an area sends in a month; null for all areas, and for the year.</summary>
    internal sealed record RateJson(string? Area, DateOnly? Month, IntervalJson Referrals80, IntervalJson Referrals95);
}
