namespace LocalitySim.Models;

/// <summary>Counts what it costs to set an arrangement up, once. It stands apart from the yearly cost.</summary>
internal static class SetUpCost
{
    /// <summary>Returns the structure's own set-up cost and that of the delivery models that it has in more localities than the first structure, in pounds.</summary>
    internal static double Of(Arrangement arrangement, Arrangement first) =>
        arrangement.Structure.SetUpCost.Value
        + arrangement.Scenario.DeliveryModels.Sum(model => Math.Max(0, Count(arrangement, model) - Count(first, model)) * model.SetUpCost.Value);

    private static int Count(Arrangement arrangement, DeliveryModel model) => arrangement.Delivery.Count(item => ReferenceEquals(item, model));
}
