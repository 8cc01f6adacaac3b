namespace LocalitySim.Simulation;

/// <summary>
/// Selects the best system by the fully sequential procedure KN++: as <see cref="KimNelson"/>, but variances, their degrees of freedom
/// and the constants that hang on them are renewed with every observation.
/// </summary>
/// <remarks>
/// Source: Kim and Nelson, "On the asymptotic validity of fully sequential selection procedures for steady-state simulation", Operations
/// Research 54(3), 2006, here with single observations in place of batch means, so that d = r − 1 after r observations. It takes fewer
/// observations than KN, whose constants pay for a small first stage. In exchange its promise holds only in the limit of small
/// indifference zones. Choose a first stage of ten or more, for variances of very few observations may end a comparison too early.
/// Costs and numbering are those of KN.
/// </remarks>
public static class KimNelsonPlusPlus
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
        SequentialScreening.Run(sampler, request, updatesVariances: true, progress, cancellationToken);
}
