namespace LocalitySim.Models;

/// <summary>Says how widely one team or one front door works.</summary>
public enum Deployment
{
    /// <summary>Each locality has its own.</summary>
    Locality,

    /// <summary>The localities of one upper-tier area share one; a locality that names no upper-tier area has its own.</summary>
    UpperTierArea,

    /// <summary>All localities share one.</summary>
    Authority,
}
