using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// How right the chances of one group of cases are. Intervals take cases as independent and the chances as given. Those of shares are exact
/// (Clopper and Pearson 1934), also where chances differ within the group, for events are then spread less than binomially (Hoeffding, "On the
/// distribution of the number of successes in independent trials", Annals of Mathematical Statistics 27(3), 1956, theorem 4).
/// </summary>
public sealed record GroupCalibration
{
    /// <summary>Gets the group's name.</summary>
    public required string Group { get; init; }

    /// <summary>Gets the number of cases.</summary>
    public required int Cases { get; init; }

    /// <summary>Gets how many of them the event followed.</summary>
    public required int Events { get; init; }

    /// <summary>Gets how many events were forecast: the sum of the chances.</summary>
    public required double Expected { get; init; }

    /// <summary>Gets the mean chance.</summary>
    public double MeanChance => Expected / Cases;

    /// <summary>Gets the share of events, at the level asked for.</summary>
    public required Interval Observed { get; init; }

    /// <summary>Gets observed over expected events, at the level asked for; null where none were forecast.</summary>
    public required Interval? Ratio { get; init; }

    /// <summary>Gets the same so wide that the intervals of all groups hold at once at the level asked for (Bonferroni). The verdict goes by it.</summary>
    public required Interval? JointRatio { get; init; }

    /// <summary>Gets what can be said.</summary>
    public CalibrationVerdict Verdict => JointRatio is not { } ratio || ratio.Contains(1) ? CalibrationVerdict.NoClearDifference
        : ratio.Lower > 1 ? CalibrationVerdict.MoreThanForecast
        : CalibrationVerdict.FewerThanForecast;

    /// <summary>Gets the share of cases without the event that were given the threshold's chance or more; null where there are none.</summary>
    public required Interval? FalsePositives { get; init; }

    /// <summary>Gets the share of cases with the event that were given less than the threshold's chance; null where there are none.</summary>
    public required Interval? FalseNegatives { get; init; }

    /// <summary>Gets by how much the share of events exceeds the mean chance more than in all other groups together, for all groups at once (Bonferroni); null for a single group.</summary>
    public required Interval? GapToOthers { get; init; }

    /// <summary>Gets the false-positive share less that of all other groups together, for all groups at once (Bonferroni); null where one has no such cases.</summary>
    public required Interval? FalsePositivesToOthers { get; init; }

    /// <summary>Gets the false-negative share less that of all other groups together, for all groups at once (Bonferroni); null where one has no such cases.</summary>
    public required Interval? FalseNegativesToOthers { get; init; }
}
