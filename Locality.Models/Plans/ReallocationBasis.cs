namespace LocalitySim.Models;

/// <summary>Says what staff are shared by.</summary>
public enum ReallocationBasis
{
    /// <summary>The need of the areas, children × IDACI^γ.</summary>
    Need,

    /// <summary>The referrals of the year before, as they came in this future.</summary>
    Referrals,
}
