namespace LocalitySim.Simulation;

/// <summary>Why a calibration ended.</summary>
public enum CalibrationEnd
{
    /// <summary>The last step was small against the standard errors, and the surrogate was right where it led.</summary>
    Settled,

    /// <summary>The refinements were spent before the search settled.</summary>
    RefinementsSpent,

    /// <summary>It was cancelled: the result is that of the rounds finished.</summary>
    Stopped,
}
