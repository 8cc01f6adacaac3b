using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>What boosting draws random numbers for. Numbered apart from what a run of the model draws for, and from the engine's analyses.</summary>
internal static class BoostingPurposes
{
    /// <summary>Which groups are set aside; by group.</summary>
    internal static readonly Purpose Validation = new(65_101, "rows set aside");

    /// <summary>Which rows a round uses; by round and block of rows.</summary>
    internal static readonly Purpose Rows = new(65_102, "rows of a round");

    /// <summary>Which columns a round uses; by round and column.</summary>
    internal static readonly Purpose Columns = new(65_103, "columns of a round");

    /// <summary>The order that a column is put into; by repeat and column.</summary>
    internal static readonly Purpose Permutation = new(65_104, "permutation of a column");

    /// <summary>The seeds of a blend: of its folds at 0, then of its parts by fold, those of all rows last.</summary>
    internal static readonly Purpose BlendParts = new(65_105, "seeds of a blend");
}
