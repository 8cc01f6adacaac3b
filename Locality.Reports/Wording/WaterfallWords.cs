using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Names the parts that a difference is owed to.</summary>
internal static class WaterfallWords
{
    private static readonly (DifferenceParts Part, string Name, string Label)[] Parts =
    [
        (DifferenceParts.Resharing, "resharing", "Re-sharing of posts"),
        (DifferenceParts.Pooling, "pooling", "Pooling of teams and lists"),
        (DifferenceParts.Management, "management", "Management, and what it frees"),
        (DifferenceParts.Travel, "travel", "Travel"),
        (DifferenceParts.Delivery, "delivery", "Delivery, placement and access"),
        (DifferenceParts.Transition, "transition", "The move, and what else is dated"),
    ];

    /// <summary>Returns the names of parts, as files have them.</summary>
    internal static IEnumerable<string> NamesOf(DifferenceParts parts) => Parts.Where(item => parts.HasFlag(item.Part)).Select(item => item.Name);

    /// <summary>Returns the names of parts that people read.</summary>
    internal static string LabelOf(DifferenceParts parts) => string.Join("; ", Parts.Where(item => parts.HasFlag(item.Part)).Select(item => item.Label));
}
