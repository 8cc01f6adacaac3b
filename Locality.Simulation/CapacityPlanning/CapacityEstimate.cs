namespace LocalitySim.Simulation;

/// <summary>Is what is known of one cell at one capacity.</summary>
/// <param name="Capacity">The capacity.</param>
/// <param name="Mean">The mean margin.</param>
/// <param name="Lower">The one-sided lower bound of the mean margin at the level of the search; the target is shown to be met where it is zero or more.</param>
/// <param name="Upper">The one-sided upper bound; the target is shown not to be met where it is below zero.</param>
/// <param name="Replications">The replications it rests on; zero where theory gives the margin exactly, or nothing was there to measure.</param>
/// <param name="VarianceRatio">The variance of the mean with the control over that without; <c>null</c> without a control, or where nothing varied.</param>
public sealed record CapacityEstimate(int Capacity, double Mean, double Lower, double Upper, int Replications, double? VarianceRatio)
{
    /// <summary>The least replications from which a control is used: its coefficient has to be estimated too.</summary>
    private const int LeastForControl = 8;

    /// <summary>The part of its size below which a control's variation is rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Estimates the mean margin.</summary>
    /// <param name="capacity">The capacity.</param>
    /// <param name="observations">The observations; those without a margin are left out.</param>
    /// <param name="confidence">The confidence of each bound by itself, above 0.5, below 1.</param>
    /// <returns>The estimate. Where nothing was measured, the margin is zero exactly: nobody missed the target. With one observation, or where a control is always the same and
    /// not its mean, the bounds are infinite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence, or an observation, is out of range.</exception>
    public static CapacityEstimate Of(int capacity, IReadOnlyList<CapacityObservation> observations, double confidence)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (!(confidence > 0.5 && confidence < 1))
        {
            throw NumberGuard.Refusal(confidence, nameof(confidence), "a number above 0.5 and below 1");
        }

        CapacityObservation[] seen = [.. observations.Where(item => item.Margin is not null)];
        double[] margins = [.. seen.Select(item => item.Margin!.Value)];
        if (margins.Length == 0)
        {
            return new CapacityEstimate(capacity, 0, 0, 0, 0, null);
        }

        // A bound on one side is the end of an interval with twice the doubt.
        double level = (2 * confidence) - 1;
        double[] controls = [.. seen.Where(item => item.ControlMean is not null).Select(item => item.Control - item.ControlMean!.Value)];
        bool isControlled = controls.Length == margins.Length;
        if (isControlled && !Varies(controls) && Math.Abs(controls[0]) > Rounding)
        {
            // Replications that all miss what the control's mean is made of, such as a rare long queue, say nothing of the spread, however alike they are.
            return new CapacityEstimate(capacity, margins.Average(), double.NegativeInfinity, double.PositiveInfinity, margins.Length, null);
        }

        if (isControlled && controls.Length >= LeastForControl && Varies(controls))
        {
            ControlVariates controlled = ControlVariates.Of(margins, [controls], [0], level);
            return new CapacityEstimate(capacity, controlled.Mean.Mean, controlled.Mean.Lower, controlled.Mean.Upper, margins.Length, controlled.VarianceRatio);
        }

        Interval plain = Confidence.Mean(margins, level);
        return new CapacityEstimate(capacity, plain.Mean, plain.Lower, plain.Upper, margins.Length, null);
    }

    /// <summary>What the lower bound would be with so many replications, if mean and spread stayed as they are.</summary>
    /// <param name="replications">The replications; no fewer than there are count as those there are.</param>
    public double LowerAfter(int replications) => Replications == 0 || double.IsInfinity(Lower)
        ? Mean
        : Mean - ((Mean - Lower) * Math.Sqrt((double)Replications / Math.Max(replications, Replications)));

    private static bool Varies(double[] values)
    {
        (double least, double most) = (values.Min(), values.Max());
        return most - least > Rounding * Math.Max(1, Math.Max(Math.Abs(least), Math.Abs(most)));
    }
}
