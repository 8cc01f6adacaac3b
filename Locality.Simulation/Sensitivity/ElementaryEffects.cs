namespace LocalitySim.Simulation;

/// <summary>
/// The elementary effects of one parameter: by how much the response rises when the parameter alone moves, per move over the whole
/// range. In the response's unit.
/// </summary>
public sealed record ElementaryEffects
{
    /// <summary>The parameter.</summary>
    public required ParameterRange Parameter { get; init; }

    /// <summary>μ: the mean effect, with Student's interval over the trajectories. Effects of either sign cancel out in it.</summary>
    public required Interval Mean { get; init; }

    /// <summary>μ*: the mean absolute effect, with Student's interval over the trajectories. Its order ranks the parameters.</summary>
    public required Interval MeanAbsolute { get; init; }

    /// <summary>
    /// σ: the standard deviation of the effects, with a bootstrap interval. Zero where the response is linear in the parameter and
    /// nothing else changes its effect; otherwise it turns back, or the parameter interacts, or chance does.
    /// </summary>
    public required Interval StandardDeviation { get; init; }
}
