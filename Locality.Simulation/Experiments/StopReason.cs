namespace LocalitySim.Simulation;

/// <summary>Why a sequence of replications ended.</summary>
public enum StopReason
{
    /// <summary>Every measure was within its target, and stayed so for the look-ahead.</summary>
    PrecisionReached,

    /// <summary>As many replications as allowed have been run, and some measure is not within its target, or has not stayed so.</summary>
    MaximumReached,

    /// <summary>The run was cancelled; what stands is the batches that were complete.</summary>
    Cancelled,
}
