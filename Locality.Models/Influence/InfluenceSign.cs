namespace LocalitySim.Models;

/// <summary>Says which way one variable moves another, all else being equal.</summary>
public enum InfluenceSign
{
    /// <summary>More of the one makes more of the other.</summary>
    Positive,

    /// <summary>More of the one makes less of the other.</summary>
    Negative,
}
