namespace LocalitySim.Models;

/// <summary>Is how narrow the interval of every structure's mean wait has to be before no more futures are added.</summary>
/// <remarks>Futures are added as Hoad, Robinson and Davies (2010) propose; see <see cref="Simulation.SequentialReplication"/>.</remarks>
public sealed record PrecisionGoal
{
    /// <summary>Gets the greatest half-width as a share of the mean, above zero; absent means that none is asked for.</summary>
    public double? Share { get; init; }

    /// <summary>Gets the greatest half-width in days, above zero; absent means that none is asked for. With both, either is enough.</summary>
    public double? HalfWidthDays { get; init; }

    /// <summary>Gets the most futures: 3 or more.</summary>
    [Sourced(Standing.Judged, "Ten times the usual number, so that a run ends.")]
    public int MostFutures { get; init; } = 1000;
}
