namespace LocalitySim.Models;

/// <summary>Says what a stage of the flow of referrals is.</summary>
public enum FlowStageKind
{
    /// <summary>Who refers, over all pathways that tell sources apart.</summary>
    Source,

    /// <summary>The pathway on which the referral comes.</summary>
    Pathway,

    /// <summary>Screening ends it with no further action.</summary>
    NoFurtherAction,

    /// <summary>The child's case is open already, and the referral joins it.</summary>
    Joined,

    /// <summary>The assessment finds no need of the service.</summary>
    NotInNeed,

    /// <summary>Screening or assessment is not finished at the end of the run.</summary>
    NotYetAssessed,

    /// <summary>The family is lost while it waits for a lead professional.</summary>
    Lost,

    /// <summary>Accepted, and without a lead professional at the end of the run.</summary>
    StillWaiting,

    /// <summary>A lead professional of a service has it: the first that it gets, which need not be the pathway's own where need grew worse in the wait.</summary>
    Allocated,

    /// <summary>Casework ends, and no other tier follows.</summary>
    Closed,

    /// <summary>Casework ends, and the case goes on at a higher tier.</summary>
    SteppedUp,

    /// <summary>Casework ends, and the case goes on at a lower tier.</summary>
    SteppedDown,

    /// <summary>
    /// Casework has not ended when the run does. This is no outcome: it is where the run stops looking. Referrals of the last months are mostly here, and a
    /// longer run would show them closed.
    /// </summary>
    StillOpen,
}
