using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is how a model of escalation came off on later referrals, none of a child that it was fitted to.</summary>
/// <remarks>Intervals are for referrals like these; that of the skill allows for referrals of one child depending on one another, those of calibration and by fifth do not.</remarks>
public sealed record EscalationEvaluation
{
    private const double Level = 0.95;

    /// <summary>Gets the day from which on referrals test.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the number of referrals.</summary>
    public required int Cases { get; init; }

    /// <summary>Gets how many escalated.</summary>
    public required int Escalated { get; init; }

    /// <summary>Gets how many the model forecast.</summary>
    public required double Expected { get; init; }

    /// <summary>Gets how many later referrals were left out, as the child is in training.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Gets the chance that one escalated is ranked above one that did not: ½ is no better than chance.</summary>
    public required Interval RocArea { get; init; }

    /// <summary>Gets the Brier score.</summary>
    public required BrierScore Brier { get; init; }

    /// <summary>Gets the Brier score of forecasting the training referrals' share for all.</summary>
    public required Interval BaseRateBrier { get; init; }

    /// <summary>Gets the Brier score less that of the share: below zero, the model is better.</summary>
    public required Interval BrierToBaseRate { get; init; }

    /// <summary>Gets the log loss less that of the share: below zero, the model is better.</summary>
    public required Interval LogLossToBaseRate { get; init; }

    /// <summary>Gets whether chances are what they say, over all.</summary>
    public required CoxCalibration Calibration { get; init; }

    /// <summary>Gets the same by tenths of chance.</summary>
    public required ImmutableArray<ReliabilityBin> Reliability { get; init; }

    /// <summary>Gets the chance from which a referral counts as flagged below.</summary>
    public required double Threshold { get; init; }

    /// <summary>Gets the same by fifth of deprivation: groups named 1, the most deprived, to 5.</summary>
    public required ImmutableArray<GroupCalibration> Fifths { get; init; }

    internal static EscalationEvaluation Of(EscalationPredictor predictor, CaseTable table, EscalationSplit split, double baseRate, double threshold)
    {
        CaseRecord[] cases = [.. split.Test.Select(place => table.Cases[place])];
        EventForecasts forecasts = new([.. cases.Select(predictor.Chance)], [.. cases.Select(item => item.HasEscalated)], [.. split.Test.Select(place => table.Units[place])]);
        EventForecasts constant = forecasts.AtChance(baseRate);
        return new EscalationEvaluation
        {
            From = split.From,
            Cases = forecasts.Count,
            Escalated = forecasts.Events,
            Expected = forecasts.Expected,
            LeftOut = split.LeftOut,
            RocArea = Models.RocArea.Of(forecasts, Level),
            Brier = BrierScore.Of(forecasts, level: Level),
            BaseRateBrier = BrierScore.Of(constant, level: Level).Score,
            BrierToBaseRate = BrierScore.Difference(forecasts, constant, Level),
            LogLossToBaseRate = LogLoss.Difference(forecasts, constant, Level),
            Calibration = CoxCalibration.Of(forecasts, Level),
            Reliability = ReliabilityCurve.Of(forecasts, level: Level),
            Threshold = threshold,
            Fifths = GroupCalibrations.Of(forecasts, [.. cases.Select(item => item.Fifth.ToString(CultureInfo.InvariantCulture))], threshold, Level),
        };
    }
}
