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

    /// <summary>
    /// The part of σ that the replications' chances make, as a standard deviation: σ would be about this if each effect were the same
    /// everywhere. <c>null</c> for one replication, which cannot tell it.
    /// </summary>
    public required double? ChanceDeviation { get; init; }

    /// <summary>
    /// The probability, from 0 to 1, of a σ as large as this or larger if chance alone made it: small where the response turns back or the
    /// parameter interacts. By the F-test of the one-way layout, which takes chance for about normal. <c>null</c> for one replication.
    /// </summary>
    public required double? ChanceProbability { get; init; }
}
