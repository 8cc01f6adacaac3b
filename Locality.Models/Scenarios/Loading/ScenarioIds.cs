namespace LocalitySim.Models;

/// <summary>Is the ids that a file gives to what others may name.</summary>
internal sealed class ScenarioIds(SourceNode root)
{
    /// <summary>Gets the ids of the services.</summary>
    internal IReadOnlySet<string> Services { get; } = Of(root["services"]);

    /// <summary>Gets the ids of the pathways.</summary>
    internal IReadOnlySet<string> Pathways { get; } = Of(root["pathways"]);

    /// <summary>Gets the ids of the delivery models.</summary>
    internal IReadOnlySet<string> DeliveryModels { get; } = Of(root["deliveryModels"]);

    /// <summary>Gets the ids of the structures.</summary>
    internal IReadOnlySet<string> Structures { get; } = Of(root["structures"]);

    /// <summary>Notes a service that does not exist.</summary>
    internal void CheckService(SourceNode? node, ProblemList problems) => ReferenceRules.CheckKnown(node, Services, "service", problems);

    /// <summary>Notes a pathway that does not exist.</summary>
    internal void CheckPathway(SourceNode? node, ProblemList problems) => ReferenceRules.CheckKnown(node, Pathways, "pathway", problems);

    /// <summary>Notes a delivery model that does not exist, also where there is none at all.</summary>
    internal void CheckDeliveryModel(SourceNode? node, ProblemList problems)
    {
        if (node?.AsText() is string text && root["deliveryModels"] is null)
        {
            problems.Add(node, ScenarioMessage.Quote(text), "the id of a delivery model, and the file has no deliveryModels");
        }

        ReferenceRules.CheckKnown(node, DeliveryModels, "delivery model", problems);
    }

    private static HashSet<string> Of(SourceNode? list) =>
        new(ReferenceRules.Items(list).Select(item => item["id"]?.AsText()).OfType<string>(), StringComparer.Ordinal);
}
