namespace LocalitySim.Models;

/// <summary>A node of a tree over the bins of the data that it was fitted to.</summary>
/// <param name="Split">How it splits; null at a leaf.</param>
/// <param name="Left">The place of the left node; of no meaning at a leaf.</param>
/// <param name="Right">The place of the right node.</param>
/// <param name="Value">What a leaf adds, shrunk; of no meaning elsewhere.</param>
internal readonly record struct BinnedNode(SplitCandidate? Split, int Left, int Right, double Value);
