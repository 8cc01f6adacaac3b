using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a fitted model of escalation with all that is known of how good it is.</summary>
public sealed record EscalationFit
{
    /// <summary>Gets the model.</summary>
    public required EscalationModel Model { get; init; }

    /// <summary>Gets the referrals.</summary>
    public required CaseTable Table { get; init; }

    /// <summary>Gets what tells, by logistic regression on the training referrals, whichever method the model uses.</summary>
    public required ImmutableArray<EscalationOdds> Odds { get; init; }

    /// <summary>Gets the penalty of that regression: zero, or 1 where some best coefficient would be infinite without.</summary>
    public required double Penalty { get; init; }

    /// <summary>Gets the names of the columns left out, as those before them determine them.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Gets how the method was chosen.</summary>
    public required EscalationChoice Choice { get; init; }

    /// <summary>Gets how the model came off on later referrals.</summary>
    public required EscalationEvaluation Evaluation { get; init; }
}
