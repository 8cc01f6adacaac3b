namespace LocalitySim.Models;

/// <summary>What boosting makes small, and with it what a prediction is.</summary>
public enum BoostingLoss
{
    /// <summary>Counts with variance μ; ln μ is a sum of trees.</summary>
    Poisson,

    /// <summary>Counts with variance μ + αμ²; ln μ is a sum of trees.</summary>
    NegativeBinomial,

    /// <summary>Squared error; the prediction is a sum of trees.</summary>
    SquaredError,

    /// <summary>The chance p of an event; ln(p/(1 − p)) is a sum of trees.</summary>
    Logistic,
}
