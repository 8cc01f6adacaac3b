namespace LocalitySim.Models;

/// <summary>What a blend is made of.</summary>
public enum CountBlendPartKind
{
    /// <summary>The same rate for every row: all counts over all exposures.</summary>
    Constant,

    /// <summary>A Poisson regression under a ridge penalty: <see cref="PenalizedCountRegression"/>.</summary>
    Ridge,

    /// <summary>Boosted trees with a Poisson loss: <see cref="BoostedTrees"/>.</summary>
    Trees,
}
