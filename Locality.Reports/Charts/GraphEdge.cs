namespace LocalitySim.Reports;

/// <summary>Is an influence of one variable on another.</summary>
/// <param name="From">The variable that moves first, by its number.</param>
/// <param name="To">The variable that follows, by its number.</param>
/// <param name="Rises">Whether the second rises when the first rises; otherwise it falls.</param>
/// <param name="IsDelayed">Whether it takes time.</param>
/// <param name="Words">How it comes about.</param>
public sealed record GraphEdge(int From, int To, bool Rises, bool IsDelayed, string Words);
