using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Finds the delivery models that some structure of a scenario names, from the start or by its plan.</summary>
internal static class DeliveryInUse
{
    internal static ImmutableArray<DeliveryModel> Of(Scenario scenario)
    {
        HashSet<string?> named = new(scenario.Structures.SelectMany(Named), StringComparer.Ordinal);
        return [.. scenario.DeliveryModels.Where(model => named.Contains(model.Id))];
    }

    private static IEnumerable<string?> Named(Structure structure) =>
        [structure.DeliveryModel, structure.RollOut?.Model, .. structure.Delivery.Select(choice => choice.Model), .. structure.Steps.Select(step => step.Delivery?.Model)];
}
