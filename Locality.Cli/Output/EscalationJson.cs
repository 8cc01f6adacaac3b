using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is a model of escalation and how it came off, as it is written in JSON.</summary>
internal sealed record EscalationJson(
    string Caution,
    RunManifest Manifest,
    EscalationJson.DataJson Data,
    EscalationJson.ChoiceJson Method,
    ImmutableArray<EscalationJson.OddsJson> Odds,
    ImmutableArray<EscalationJson.AsideJson> SetAside,
    double Penalty,
    ImmutableArray<string> LeftOut,
    EscalationJson.SkillJson Skill,
    ImmutableArray<EscalationJson.BinJson> Reliability,
    double Threshold,
    ImmutableArray<EscalationJson.FifthJson> Fifths,
    ImmutableArray<string> Fairness)
{
    internal static EscalationJson Of(EscalationFit fit, RunManifest manifest, int? windowDays)
    {
        (EscalationEvaluation test, EscalationTraining training) = (fit.Evaluation, fit.Model.Training);
        return new EscalationJson(
            EscalationModel.Caution,
            manifest with { Intervals = EscalationWords.Intervals },
            new DataJson(
                training.Origin,
                training.IsSimulated,
                training.Sha256,
                windowDays,
                fit.Table.Cases.Length,
                fit.Table.Children,
                fit.Table.LeftOut,
                new PartJson(training.Cases, training.Escalated, training.From, training.To, 0),
                new PartJson(test.Cases, test.Escalated, test.From, fit.Table.Cases[^1].Date, test.LeftOut)),
            new ChoiceJson(
                fit.Model.Method == EscalationMethod.Logistic ? "logistic" : "trees",
                IntervalJson.Of(fit.Choice.Logistic),
                Of(fit.Choice.Trees),
                Of(fit.Choice.Difference),
                fit.Choice.WasStopped),
            [.. fit.Odds.Select(odds => new OddsJson(odds.Column.Name, odds.Column.Meaning, IntervalJson.Of(odds.Ratio)))],
            [.. fit.Model.Aside.Select(level => new AsideJson(level.Attribute == EscalationAttribute.Pathway ? "pathway" : "source", level.Level, level.Cases, level.Escalated, level.Chance, IntervalJson.Of(level.Share)))],
            fit.Penalty,
            fit.LeftOut,
            new SkillJson(
                IntervalJson.Of(test.RocArea),
                IntervalJson.Of(test.Brier.Score),
                IntervalJson.Of(test.BaseRateBrier),
                IntervalJson.Of(test.BrierToBaseRate),
                IntervalJson.Of(test.LogLossToBaseRate),
                Of(test.Calibration.InTheLarge),
                Of(test.Calibration.Slope),
                Of(test.Calibration.Intercept),
                test.Calibration.PValue),
            [.. test.Reliability.Select(bin => new BinJson(bin.Cases, bin.Events, bin.MeanChance, IntervalJson.Of(bin.Observed), bin.IsContradicted))],
            test.Threshold,
            [.. test.Fifths.Select(Of)],
            EscalationFairness.Sentences(test));
    }

    private static FifthJson Of(GroupCalibration group) => new(
        group.Group,
        group.Cases,
        group.Events,
        group.Expected,
        group.MeanChance,
        IntervalJson.Of(group.Observed),
        Of(group.Ratio),
        Of(group.JointRatio),
        group.Verdict switch
        {
            CalibrationVerdict.MoreThanForecast => "more-than-forecast",
            CalibrationVerdict.FewerThanForecast => "fewer-than-forecast",
            _ => "no-clear-difference",
        },
        Of(group.FalsePositives),
        Of(group.FalseNegatives),
        Of(group.GapToOthers),
        Of(group.FalsePositivesToOthers),
        Of(group.FalseNegativesToOthers));

    private static IntervalJson? Of(Interval? interval) => interval is { } known ? IntervalJson.Of(known) : null;

    /// <summary>Is what the model was made from.</summary>
    internal sealed record DataJson(string Origin, bool IsSimulated, string Sha256, int? WindowDays, int Referrals, int Children, int WindowNotOver, PartJson Training, PartJson Test);

    /// <summary>Is the training or the test part.</summary>
    internal sealed record PartJson(int Referrals, int Escalated, DateOnly From, DateOnly To, int LeftOut);

    /// <summary>Is how the method was chosen.</summary>
    internal sealed record ChoiceJson(string Used, IntervalJson LogLossLogistic, IntervalJson? LogLossTrees, IntervalJson? TreesLessLogistic, bool WasStopped);

    /// <summary>Is what one more of a column does to the odds.</summary>
    internal sealed record OddsJson(string Column, string Meaning, IntervalJson OddsRatio);

    /// <summary>Is a level set aside.</summary>
    internal sealed record AsideJson(string Attribute, string Level, int Referrals, int Escalated, double Chance, IntervalJson Share);

    /// <summary>Is how good the model is on the test part.</summary>
    internal sealed record SkillJson(
        IntervalJson RocArea,
        IntervalJson Brier,
        IntervalJson BrierBaseRate,
        IntervalJson BrierLessBaseRate,
        IntervalJson LogLossLessBaseRate,
        IntervalJson? CalibrationInTheLarge,
        IntervalJson? CalibrationSlope,
        IntervalJson? CalibrationIntercept,
        double? CalibrationPValue);

    /// <summary>Is a tenth of chance.</summary>
    internal sealed record BinJson(int Referrals, int Escalated, double MeanChance, IntervalJson Observed, bool IsContradicted);

    /// <summary>Is a fifth of deprivation.</summary>
    internal sealed record FifthJson(
        string Fifth,
        int Referrals,
        int Escalated,
        double Expected,
        double MeanChance,
        IntervalJson Observed,
        IntervalJson? Ratio,
        IntervalJson? JointRatio,
        string Verdict,
        IntervalJson? FalsePositives,
        IntervalJson? FalseNegatives,
        IntervalJson? GapToOthers,
        IntervalJson? FalsePositivesToOthers,
        IntervalJson? FalseNegativesToOthers);
}
