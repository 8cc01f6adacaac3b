namespace LocalitySim.Models;

/// <summary>Says in what structures are alike. Lists are compared by what they hold.</summary>
internal static class Likeness
{
    /// <summary>Says whether structures start with the same services, ways in, delivery and extra posts, and neither has anything dated. Localities and staffing may differ.</summary>
    internal static bool SameArrangements(Structure left, Structure right) =>
        IsSteady(left) && IsSteady(right)
        && left.Services.SequenceEqual(right.Services)
        && left.FrontDoor == right.FrontDoor
        && string.Equals(left.DeliveryModel, right.DeliveryModel, StringComparison.Ordinal)
        && left.Delivery.Length == right.Delivery.Length
        && left.Delivery.Zip(right.Delivery).All(pair => string.Equals(pair.First.Model, pair.Second.Model, StringComparison.Ordinal)
            && pair.First.Localities.SequenceEqual(pair.Second.Localities, StringComparer.Ordinal))
        && left.ExtraPosts.SequenceEqual(right.ExtraPosts);

    /// <summary>Says whether localities have the same areas and the same bases, in any order and under any name.</summary>
    internal static bool SameLocalities(Structure left, Structure right) => PartsOf(left).SetEquals(PartsOf(right));

    private static bool IsSteady(Structure structure) => structure.Steps.IsEmpty && structure.RollOut is null;

    private static HashSet<string> PartsOf(Structure structure) =>
        [.. structure.Localities.Select(locality => string.Join('\n', locality.Areas.Order(StringComparer.Ordinal).Append("").Concat(locality.Bases.Order(StringComparer.Ordinal))))];
}
