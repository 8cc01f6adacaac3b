namespace LocalitySim.Models;

/// <summary>Says by what a structure's outcome is broken down.</summary>
public enum BreakdownDimension
{
    /// <summary>By the localities with which the structure starts, by home area.</summary>
    Locality,

    /// <summary>By service: that which leads the case, or on whose list it stands.</summary>
    Service,

    /// <summary>By the pathway on which the referral comes or the tier begins.</summary>
    Pathway,

    /// <summary>By the tier of that service.</summary>
    Tier,

    /// <summary>By the age band, where a pathway tells ages apart.</summary>
    AgeBand,

    /// <summary>By the fifth of children in order of their area's deprivation: 1 is the most deprived.</summary>
    DeprivationFifth,

    /// <summary>By the family's home area, by its name.</summary>
    Area,

    /// <summary>By twelfth of a year from the end of the warm-up, named by its first day.</summary>
    Month,
}
