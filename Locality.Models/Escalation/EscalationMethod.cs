namespace LocalitySim.Models;

/// <summary>By what a model of escalation gives chances.</summary>
public enum EscalationMethod
{
    /// <summary>Logistic regression.</summary>
    Logistic,

    /// <summary>Gradient-boosted trees.</summary>
    Trees,
}
