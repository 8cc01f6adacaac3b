namespace LocalitySim.Simulation;

/// <summary>
/// Which member of a pair of replications is drawn. Where one draws u the other draws 1 − u, so that their results tend to lie on
/// different sides of the mean, and the mean of the two varies less than that of two independent replications.
/// Source: Law, "Simulation Modeling and Analysis" (5th ed. 2015), section 11.3.
/// </summary>
public enum AntitheticPair
{
    /// <summary>No pair: every draw by the fastest method.</summary>
    None,

    /// <summary>The first member: the same random bits, and every draw that can be by inversion.</summary>
    First,

    /// <summary>The second member: the first one's uniform numbers, each taken from 1.</summary>
    Second,
}
