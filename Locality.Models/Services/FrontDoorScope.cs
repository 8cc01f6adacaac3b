namespace LocalitySim.Models;

/// <summary>Says whether one front door serves the authority or each locality keeps its own.</summary>
public enum FrontDoorScope
{
    /// <summary>Each locality screens its own contacts.</summary>
    Locality,

    /// <summary>One access point screens the contacts of all localities.</summary>
    Authority,
}
