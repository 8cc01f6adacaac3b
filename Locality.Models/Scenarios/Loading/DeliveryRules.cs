using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Checks which localities have which delivery model. Values that the schema refuses are passed over here.</summary>
internal static class DeliveryRules
{
    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(ImmutableArray<StructureSketch> structures, ScenarioIds ids, ProblemList problems)
    {
        foreach (StructureSketch structure in structures)
        {
            ids.CheckDeliveryModel(structure.Node["deliveryModel"], problems);
            IReadOnlyList<SourceNode> choices = ReferenceRules.Items(structure.Node["delivery"]);
            foreach (SourceNode choice in choices)
            {
                ids.CheckDeliveryModel(choice["model"], problems);
                foreach (SourceNode locality in ReferenceRules.Items(choice["localities"]))
                {
                    ReferenceRules.CheckKnown(locality, structure.LocalityIds, "locality", problems);
                }
            }

            ReferenceRules.CheckUnique(choices.SelectMany(choice => ReferenceRules.Items(choice["localities"])), "each locality under one delivery model", problems);
        }
    }
}
