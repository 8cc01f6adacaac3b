using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a mean over futures with its 95 % interval: Student's, over the futures, cut off at what is possible. It covers chance, not whether the scenario is right.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Lower">The interval's lower end; null with one future.</param>
/// <param name="Upper">The interval's upper end; null with one future.</param>
public sealed record MeanOverFutures(double Mean, double? Lower, double? Upper)
{
    /// <summary>Takes the mean of one value for each future.</summary>
    /// <param name="values">The values: one or more, finite.</param>
    /// <param name="least">The least value that is possible; null where there is none.</param>
    /// <param name="greatest">The greatest value that is possible; null where there is none.</param>
    internal static MeanOverFutures Of(ReadOnlySpan<double> values, double? least, double? greatest)
    {
        Interval interval = Confidence.Mean(values);

        // Student's interval knows nothing of what is possible: a share below zero is not.
        double? lower = double.IsFinite(interval.Lower) ? interval.Lower : null;
        double? upper = double.IsFinite(interval.Upper) ? interval.Upper : null;
        return new MeanOverFutures(interval.Mean, lower < least ? least : lower, upper > greatest ? greatest : upper);
    }
}
