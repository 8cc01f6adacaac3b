namespace LocalitySim.Reports;

/// <summary>Says what a paragraph is for.</summary>
public enum TextKind
{
    /// <summary>Plain words.</summary>
    Plain,

    /// <summary>The answer to the question.</summary>
    Answer,

    /// <summary>What forbids to take an answer at its word.</summary>
    Caution,

    /// <summary>What an analyst looks for.</summary>
    Small,
}
