using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Checks that ids are unique and that what is named exists. Values that the schema refuses are passed over here.</summary>
internal static class ReferenceRules
{
    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(SourceNode root, ImmutableArray<StructureSketch> structures, ScenarioIds ids, ProblemList problems)
    {
        CheckUnique(root["services"], "id", problems);
        CheckUnique(root["deliveryModels"], "id", problems);
        CheckUnique(root["pathways"], "id", problems);
        CheckUnique(root["structures"], "id", problems);
        CheckUnique(root["uncertain"], "figure", problems);
        ids.CheckService(root["budget"]?["service"], problems);
        CheckUnique(root["budget"]?["pooled"], "agency", problems);
        foreach (StructureSketch structure in structures)
        {
            CheckUnique(structure.Node["localities"], "id", problems);
            foreach (SourceNode posts in Items(structure.Node["extraPosts"]))
            {
                CheckKnown(posts["locality"], structure.LocalityIds, "locality", problems);
                ids.CheckService(posts["service"], problems);
            }
        }
    }

    /// <summary>Returns the items of a list; none where there is no list.</summary>
    internal static IReadOnlyList<SourceNode> Items(SourceNode? list) => list?.Items ?? [];

    /// <summary>Notes every text of a list that was there before: of the items themselves, or of what they hold under a key.</summary>
    internal static void CheckUnique(SourceNode? list, string? key, ProblemList problems) =>
        CheckUnique(
            Items(list).Select(item => key is null ? item : item[key]),
            key switch { null => "each one once", "id" => "an id that no other has", _ => $"each {key} once" },
            problems);

    /// <summary>Notes every text that was there before.</summary>
    internal static void CheckUnique(IEnumerable<SourceNode?> nodes, string expected, ProblemList problems)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (SourceNode? node in nodes)
        {
            if (node?.AsText() is string text && !lines.TryAdd(text, node.Line))
            {
                string line = lines[text].ToString(CultureInfo.InvariantCulture);
                problems.Add(node, $"{ScenarioMessage.Quote(text)} again (first on line {line})", expected);
            }
        }
    }

    /// <summary>Notes an id that is not among those known; where none is known, nothing is said.</summary>
    internal static void CheckKnown(SourceNode? node, IReadOnlySet<string> ids, string kind, ProblemList problems) =>
        CheckOneOf(node, ids, $"the id of a {kind}", problems);

    /// <summary>Notes a text that is not among those known; where none is known, nothing is said.</summary>
    internal static void CheckOneOf(SourceNode? node, IReadOnlySet<string> known, string expected, ProblemList problems)
    {
        if (node?.AsText() is string text && known.Count > 0 && !known.Contains(text))
        {
            problems.Add(
                node,
                ScenarioMessage.Quote(text),
                $"{expected}: {ScenarioMessage.List(known)}",
                SchemaWording.DidYouMean(problems.Nearest(text, known)));
        }
    }
}
