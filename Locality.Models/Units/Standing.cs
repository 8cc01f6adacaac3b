namespace LocalitySim.Models;

/// <summary>Says how well a figure is known.</summary>
public enum Standing
{
    /// <summary>A judgement: to be replaced by a local figure.</summary>
    Judged,

    /// <summary>Read in a published procedure, paper or local document.</summary>
    Literature,

    /// <summary>Read in published statistics, or computed from them.</summary>
    Verified,
}
