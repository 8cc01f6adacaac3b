namespace LocalitySim.Models;

/// <summary>Says what a column takes from a series, at the origin and before.</summary>
public enum FeatureKind
{
    /// <summary>The logarithm of the value.</summary>
    Level,

    /// <summary>The last change of the logarithm.</summary>
    Change,

    /// <summary>How far the logarithm is from its mean over some periods before: where a level returns, the way back.</summary>
    Departure,

    /// <summary>The value as it is.</summary>
    Value,

    /// <summary>The logarithm of the value over that of another series.</summary>
    Ratio,
}
