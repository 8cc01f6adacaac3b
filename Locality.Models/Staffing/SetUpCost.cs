namespace LocalitySim.Models;

/// <summary>Counts what it costs to set an arrangement up, once. It stands apart from the yearly cost.</summary>
internal static class SetUpCost
{
    /// <summary>Returns the structure's own set-up cost and that of its localities' delivery models, in pounds.</summary>
    internal static double Of(Arrangement arrangement) =>
        arrangement.Structure.SetUpCost.Value + arrangement.Delivery.Sum(model => model.SetUpCost.Value);
}
