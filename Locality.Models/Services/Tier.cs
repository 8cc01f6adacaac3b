namespace LocalitySim.Models;

/// <summary>Says at which level of need a service works.</summary>
public enum Tier
{
    /// <summary>For every child.</summary>
    Universal,

    /// <summary>For children with some additional need: early help.</summary>
    Targeted,

    /// <summary>For children in need or in need of protection, or with complex needs.</summary>
    Specialist,
}
