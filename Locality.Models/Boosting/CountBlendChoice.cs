namespace LocalitySim.Models;

/// <summary>Why a blend has the weights that it has.</summary>
public enum CountBlendChoice
{
    /// <summary>The weights of least deviance: on rows left out they gain more on the constant than the gain's standard error.</summary>
    LeastDeviance,

    /// <summary>The constant alone: nothing gains more on it than the gain's standard error. That is no proof that the columns say nothing.</summary>
    NoClearGain,

    /// <summary>The constant alone: there are too few units, or too few that count something, to leave any out.</summary>
    TooFewUnits,
}
