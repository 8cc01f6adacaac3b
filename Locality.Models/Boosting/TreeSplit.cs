namespace LocalitySim.Models;

/// <summary>How a node of a tree splits. Immutable.</summary>
/// <param name="Column">The place of the column.</param>
/// <param name="Threshold">A value of at most this goes left; finite.</param>
/// <param name="MissingLeft">Whether a missing value goes left.</param>
/// <param name="Left">The place of the left node among the tree's.</param>
/// <param name="Right">The place of the right node.</param>
public sealed record TreeSplit(int Column, double Threshold, bool MissingLeft, int Left, int Right);
