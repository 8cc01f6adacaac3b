namespace LocalitySim.Models;

/// <summary>A node of a tree: a leaf, which has a value, or a split. Immutable.</summary>
public sealed record TreeNode
{
    /// <summary>Gets the weight of the fitted rows that come here: 10⁻¹⁰⁰ to 10¹⁰⁰, and at a split that of both sides.</summary>
    public required double Cover { get; init; }

    /// <summary>Gets what a leaf adds on the scale of the link, shrinkage included; null where the node splits.</summary>
    public double? Value { get; init; }

    /// <summary>Gets how the node splits; null at a leaf.</summary>
    public TreeSplit? Split { get; init; }
}
