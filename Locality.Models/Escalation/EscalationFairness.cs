using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says in words whether a model of escalation is as right in each fifth of deprivation as in the others.</summary>
public static class EscalationFairness
{
    /// <summary>Returns the sentences: what is clear in each fifth, then where no clear difference was found, then what that does not mean.</summary>
    /// <param name="evaluation">How the model came off.</param>
    public static ImmutableArray<string> Sentences(EscalationEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        List<string> sentences = [];
        foreach (GroupCalibration group in evaluation.Fifths.Where(group => group.Verdict != CalibrationVerdict.NoClearDifference))
        {
            bool isMore = group.Verdict == CalibrationVerdict.MoreThanForecast;
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{Capital(NameOf(group.Group))}: the model is not calibrated. {(isMore ? "More" : "Fewer")} escalated than it forecast, {group.Events} against {group.Expected:0.0}: {Text(group.JointRatio!.Value)} times. Its chances are too {(isMore ? "low" : "high")} there."));
        }

        string[] open = [.. evaluation.Fifths.Where(group => group.Verdict == CalibrationVerdict.NoClearDifference).Select(group => NameOf(group.Group))];
        if (open.Length > 0)
        {
            sentences.Add($"Observed against forecast in {string.Join(", ", open)}: no clear difference.");
        }

        foreach (GroupCalibration group in evaluation.Fifths)
        {
            AddIfClear(group.FalsePositivesToOthers, group, "of those that did not escalate", "flagged");
            AddIfClear(group.FalseNegativesToOthers, group, "of those that escalated", "missed");
        }

        if (evaluation.Fifths.Any(group => IsClear(group.FalsePositivesToOthers) || IsClear(group.FalseNegativesToOthers)))
        {
            // Kleinberg, Mullainathan and Raghavan, "Inherent trade-offs in the fair determination of risk scores", ITCS 2017.
            sentences.Add("Shares flagged and missed differ even where all chances are right, if fifths differ in how many escalate: both kinds of fairness cannot then be had at once.");
        }

        string[] missing = [.. Enumerable.Range(1, Fifths.Count).Select(fifth => fifth.ToString(CultureInfo.InvariantCulture)).Except(evaluation.Fifths.Select(group => group.Group), StringComparer.Ordinal).Select(NameOf)];
        if (missing.Length > 0)
        {
            sentences.Add($"No referral that tests is from {string.Join(", ", missing)}: nothing can be said there.");
        }

        sentences.Add("No clear difference is not proof of fairness: few referrals show little. All fifths are judged at once at 95 %, each kind of figure by itself.");
        return [.. sentences];

        void AddIfClear(Interval? difference, GroupCalibration group, string of, string what)
        {
            if (IsClear(difference) && difference is { } known)
            {
                sentences.Add($"{Capital(NameOf(group.Group))}: {of}, a {(known.Mean > 0 ? "larger" : "smaller")} share is {what} than in the other fifths, by {Points(known)} points.");
            }
        }
    }

    /// <summary>Returns the name of a fifth as it stands in a sentence.</summary>
    /// <param name="fifth">1, the most deprived, to 5.</param>
    public static string NameOf(string fifth) => fifth switch
    {
        "1" => "fifth 1 (most deprived)",
        "5" => "fifth 5 (least deprived)",
        _ => $"fifth {fifth}",
    };

    private static bool IsClear(Interval? difference) => difference is { } known && !known.Contains(0);

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string Text(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:0.00} ({interval.Lower:0.00} to {interval.Upper:0.00})");

    private static string Points(Interval difference)
    {
        double[] ends = [100 * Math.Abs(difference.Lower), 100 * Math.Abs(difference.Upper)];
        return string.Create(CultureInfo.InvariantCulture, $"{100 * Math.Abs(difference.Mean):0.0} ({ends.Min():0.0} to {ends.Max():0.0})");
    }
}
