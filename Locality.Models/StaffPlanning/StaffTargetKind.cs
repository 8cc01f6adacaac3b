namespace LocalitySim.Models;

/// <summary>Says what a target for waits is about.</summary>
public enum StaffTargetKind
{
    /// <summary>A share of the children, at least, is seen within a time: a quantile of the wait, at most, is that time.</summary>
    Share,

    /// <summary>The mean wait, at most, is a time.</summary>
    Mean,
}
