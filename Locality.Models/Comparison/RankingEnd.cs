namespace LocalitySim.Models;

/// <summary>Says why a ranking ended.</summary>
public enum RankingEnd
{
    /// <summary>The best was chosen, with its guarantee.</summary>
    Chosen,

    /// <summary>The futures of a fixed budget were simulated. There is no guarantee.</summary>
    BudgetSpent,

    /// <summary>A structure had the most futures that it may have. There is no guarantee.</summary>
    FuturesSpent,

    /// <summary>The run was stopped. There is no guarantee.</summary>
    Stopped,
}
