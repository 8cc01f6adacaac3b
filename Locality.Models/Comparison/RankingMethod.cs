namespace LocalitySim.Models;

/// <summary>Says by which procedure the best of several structures is chosen.</summary>
public enum RankingMethod
{
    /// <summary>Procedure KN: all structures in play meet each further future, and the worse ones drop out (Kim and Nelson 2001).</summary>
    KimNelson,

    /// <summary>Procedure KN++: as KN, with variances estimated anew as futures come in (Kim and Nelson 2006). The promise holds in the limit of a small zone.</summary>
    KimNelsonPlusPlus,

    /// <summary>A knockout tournament, for very many structures: they meet in pairs, and half are gone after each round (Zhong and Hong 2022).</summary>
    Tournament,

    /// <summary>A fixed number of futures, given to the structures where they tell most (optimal computing budget allocation; Chen and others 2000). It promises nothing.</summary>
    BudgetAllocation,
}
