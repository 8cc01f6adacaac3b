namespace LocalitySim.Simulation;

/// <summary>
/// Selects the best system by the fully sequential procedure KN: after a first stage every system still in play is observed once more
/// at a time, and leaves as soon as another is ahead of it by more than chance would bear out.
/// </summary>
/// <remarks>
/// <para>
/// Source: Kim and Nelson, "A fully sequential procedure for indifference-zone selection in simulation", ACM TOMACS 11(3), 2001. With
/// S²(i, l) the first-stage variance of the difference of two systems, system i leaves after r observations if another is better by more
/// than W(i, l; r) = max{0, δ/(2cr) (h² S²(i, l)/δ² − r)}, c = 1; see <see cref="KimNelsonConstant"/>. It is exact for normal observations,
/// independent between replications, with any variances and any correlation between systems: positive correlation makes S² and with it
/// the effort smaller.
/// </para>
/// <para>
/// Comparing all pairs takes time k² a stage and 4 k² bytes: meant for up to a few thousand systems, and refused over 20,000. Replications
/// are numbered from 0. The result is the same for any sampler that gives the same observations, however it makes them.
/// </para>
/// </remarks>
public static class KimNelson
{
    /// <summary>Runs the procedure.</summary>
    /// <param name="sampler">The systems, two or more.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told after every stage, on the calling thread; the first is n₀.</param>
    /// <param name="cancellationToken">Ends the selection between two requests to the sampler.</param>
    /// <exception cref="ArgumentException">There are more than 20,000 systems.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is one system, or a figure of the request is out of range.</exception>
    /// <exception cref="InvalidOperationException">The sampler gave a number that is not finite.</exception>
    /// <exception cref="OperationCanceledException">The selection was cancelled.</exception>
    public static SelectionResult Select(
        ISystemSampler sampler,
        SelectionRequest request,
        IProgress<SelectionProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        SequentialScreening.Run(sampler, request, updatesVariances: false, progress, cancellationToken);
}
