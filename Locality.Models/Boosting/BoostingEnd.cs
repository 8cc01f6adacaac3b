namespace LocalitySim.Models;

/// <summary>Why no further tree was fitted.</summary>
public enum BoostingEnd
{
    /// <summary>All the rounds were run.</summary>
    Rounds,

    /// <summary>The rows set aside were not predicted better for as many rounds as the patience; later trees were dropped.</summary>
    Patience,

    /// <summary>No split makes the loss smaller.</summary>
    NothingToSplit,

    /// <summary>The fit was cancelled; the trees are those finished by then.</summary>
    Cancelled,
}
