using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>A node of a tree that is being grown.</summary>
/// <param name="Number">Its place in the tree.</param>
/// <param name="Start">The place of its first row.</param>
/// <param name="Count">The number of its rows that the round uses.</param>
/// <param name="Sums">Their derivatives summed.</param>
/// <param name="Lower">The least value that a constraint leaves it.</param>
/// <param name="Upper">The greatest.</param>
internal sealed record GrowingNode(int Number, int Start, int Count, Vector128<double> Sums, double Lower, double Upper)
{
    /// <summary>The best split found; null where there is none.</summary>
    internal SplitCandidate? Split { get; set; }

    /// <summary>How many rows go left, once they are split.</summary>
    internal int LeftCount { get; set; }

    /// <summary>The sums of its rows by column and bin; null once they are another node's, or were never wanted.</summary>
    internal Vector128<double>[]? Histogram { get; set; }
}
