using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is a backtest as it is written in JSON.</summary>
internal sealed record NeedBacktestJson(
    string Data,
    string DataSha256,
    int MethodVersion,
    ImmutableArray<int> TestYears,
    ImmutableArray<int> ChoiceYears,
    int YearsAhead,
    ImmutableArray<string> LeftOut,
    ImmutableArray<NeedBacktestJson.TargetJson> Targets)
{
    internal static NeedBacktestJson Of(NeedBacktest backtest, ImmutableArray<string> leftOut) => new(
        backtest.Data.Name,
        backtest.Data.Sha256,
        NeedMethod.Version,
        backtest.TestYears,
        backtest.ChoiceYears,
        backtest.Horizon,
        leftOut,
        [.. backtest.Targets.Select(Of)]);

    private static TargetJson Of(NeedTargetBacktest target)
    {
        (NeedCoverage likely, NeedCoverage wide) = target.Coverage;
        return new TargetJson(
            target.Target.Name,
            target.Skill.Rmse,
            target.Skill.PersistenceRmse,
            NeedText.Model(target),
            likely.Share.Mean,
            wide.Share.Mean,
            target.Skill.Skill,
            IntervalJson.Of(target.Skill.Gain),
            target.Skill.PValue,
            target.Skill.Count,
            IntervalJson.Of(likely.Share),
            IntervalJson.Of(wide.Share),
            [.. target.Methods.Select(method => new MethodJson(method.Name, method.Penalty, method.IsPart, method.Skill.Rmse))],
            [.. target.ByYear.Select(year => new YearJson(year.Year, year.Skill.Rmse, year.Skill.PersistenceRmse))],
            [.. target.Deciles.Select(decile => new DecileJson(decile.Decile, decile.Likely.Count, decile.Likely.Share.Mean, decile.Likely.PValue, decile.Wide.Share.Mean, decile.Wide.PValue, decile.IsRejected, decile.Calibration is { } ratio ? IntervalJson.Of(ratio) : null))]);
    }

    /// <summary>Is a target.</summary>
    internal sealed record TargetJson(
        string Target,
        double Rmse,
        double PersistenceRmse,
        string Model,
        double Coverage80,
        double Coverage95,
        double Skill,
        IntervalJson Gain,
        double PValue,
        int Count,
        IntervalJson Held80,
        IntervalJson Held95,
        ImmutableArray<MethodJson> Methods,
        ImmutableArray<YearJson> Years,
        ImmutableArray<DecileJson> Deciles);

    /// <summary>Is a method by itself.</summary>
    internal sealed record MethodJson(string Method, double? Penalty, bool IsPart, double Rmse);

    /// <summary>Is a test year.</summary>
    internal sealed record YearJson(int Year, double Rmse, double PersistenceRmse);

    /// <summary>Is a tenth of the authorities by income deprivation.</summary>
    internal sealed record DecileJson(int Decile, int Count, double Coverage80, double PValue80, double Coverage95, double PValue95, bool IsRejected, IntervalJson? Calibration);
}
