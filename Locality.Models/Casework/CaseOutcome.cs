namespace LocalitySim.Models;

/// <summary>Says how a referral ended.</summary>
public enum CaseOutcome
{
    /// <summary>It has not ended yet.</summary>
    Open,

    /// <summary>Screening ended it with no further action.</summary>
    NoFurtherAction,

    /// <summary>The assessment found no need of the service.</summary>
    NotInNeed,

    /// <summary>The family was lost while it waited for a lead professional.</summary>
    Lost,

    /// <summary>Casework ended.</summary>
    Closed,

    /// <summary>The child's case was open already, and this referral joined it.</summary>
    Joined,
}
