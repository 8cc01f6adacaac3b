using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Judges whether chances are as right in each group of cases as in the others.</summary>
/// <remarks>
/// Sources: Chouldechova, "Fair prediction with disparate impact", Big Data 5(2), 2017; Kleinberg, Mullainathan and Raghavan, "Inherent
/// trade-offs in the fair determination of risk scores", ITCS 2017: where groups' shares of events differ, chances that are right in each
/// group have false-positive and false-negative shares that differ, so that both cannot be had at once.
/// </remarks>
public static class GroupCalibrations
{
    /// <summary>Judges each group. Bonferroni's correction is over the groups, for each kind of judgement by itself.</summary>
    /// <param name="forecasts">The forecasts.</param>
    /// <param name="groups">The group of each case: not blank.</param>
    /// <param name="threshold">The chance from which a case would count as flagged: above 0, under 1.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <returns>The groups in the ordinal order of their names.</returns>
    /// <exception cref="ArgumentException">There is not one group for each case, or one is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold or the level is out of range.</exception>
    public static ImmutableArray<GroupCalibration> Of(EventForecasts forecasts, IReadOnlyList<string> groups, double threshold, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(groups);
        DesignRows.SameLength(forecasts.Count, groups.Count, nameof(groups));
        if (!(threshold is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "threshold: expected a chance above 0, under 1.");
        }

        for (int row = 0; row < groups.Count; row++)
        {
            if (string.IsNullOrWhiteSpace(groups[row]))
            {
                throw DesignRows.Refusal(nameof(groups), row, $"'{groups[row]}'", "a name that is not blank");
            }
        }

        SortedDictionary<string, Counts> counts = new(StringComparer.Ordinal);
        for (int row = 0; row < groups.Count; row++)
        {
            counts[groups[row]] = counts.GetValueOrDefault(groups[row]).With(forecasts.Chances[row], forecasts.Outcomes[row], forecasts.Chances[row] >= threshold);
        }

        Counts all = default;
        foreach (Counts some in counts.Values)
        {
            all = all.Plus(some, 1);
        }

        double joint = 1 - ((1 - level) / counts.Count);
        return [.. counts.Select(pair => Of(pair.Key, pair.Value, all.Plus(pair.Value, -1), level, joint))];
    }

    private static GroupCalibration Of(string name, Counts here, Counts others, double level, double joint)
    {
        Interval observed = ExactBinomial.Share(here.Events, here.Cases, level);
        double mean = here.Expected / here.Cases;
        Interval? gap = others.Cases > 0 ? ShareDifference.Of(here.Events, here.Cases, others.Events, others.Cases, joint) : null;
        double meanGap = others.Cases > 0 ? mean - (others.Expected / others.Cases) : 0;
        return new GroupCalibration
        {
            Group = name,
            Cases = here.Cases,
            Events = here.Events,
            Expected = here.Expected,
            Observed = observed,
            Ratio = Over(observed, mean),
            JointRatio = Over(ExactBinomial.Share(here.Events, here.Cases, joint), mean),
            FalsePositives = Share(here.FlaggedWithout, here.Without, level),
            FalseNegatives = Share(here.Events - here.FlaggedWith, here.Events, level),
            GapToOthers = gap is { } known ? new Interval(known.Mean - meanGap, known.Lower - meanGap, known.Upper - meanGap) : null,
            FalsePositivesToOthers = Difference(here.FlaggedWithout, here.Without, others.FlaggedWithout, others.Without, joint),
            FalseNegativesToOthers = Difference(here.Events - here.FlaggedWith, here.Events, others.Events - others.FlaggedWith, others.Events, joint),
        };
    }

    private static Interval? Over(Interval share, double mean) => mean > 0 ? new Interval(share.Mean / mean, share.Lower / mean, share.Upper / mean) : null;

    private static Interval? Share(int successes, int trials, double level) => trials > 0 ? ExactBinomial.Share(successes, trials, level) : null;

    private static Interval? Difference(int successes, int trials, int otherSuccesses, int otherTrials, double level) =>
        trials > 0 && otherTrials > 0 ? ShareDifference.Of(successes, trials, otherSuccesses, otherTrials, level) : null;

    private readonly record struct Counts(int Cases, int Events, int FlaggedWith, int FlaggedWithout, double Expected)
    {
        internal int Without => Cases - Events;

        internal Counts With(double chance, bool isEvent, bool isFlagged) => new(
            Cases + 1, Events + (isEvent ? 1 : 0), FlaggedWith + (isEvent && isFlagged ? 1 : 0), FlaggedWithout + (!isEvent && isFlagged ? 1 : 0), Expected + chance);

        internal Counts Plus(Counts other, int sign) => new(
            Cases + (sign * other.Cases),
            Events + (sign * other.Events),
            FlaggedWith + (sign * other.FlaggedWith),
            FlaggedWithout + (sign * other.FlaggedWithout),
            Expected + (sign * other.Expected));
    }
}
