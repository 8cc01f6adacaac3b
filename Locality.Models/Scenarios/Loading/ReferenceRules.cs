using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Checks that ids are unique and that what is named exists. Values that the schema refuses are passed over here.</summary>
internal static class ReferenceRules
{
    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(SourceNode root, ProblemList problems)
    {
        CheckUnique(root["services"], "id", problems);
        CheckUnique(root["pathways"], "id", problems);
        CheckUnique(root["structures"], "id", problems);

        HashSet<string> services = Ids(root["services"]);
        HashSet<string> pathways = Ids(root["pathways"]);
        foreach (SourceNode structure in Items(root["structures"]))
        {
            CheckUnique(structure["localities"], "id", problems);
            HashSet<string> localities = Ids(structure["localities"]);
            foreach (SourceNode posts in Items(structure["extraPosts"]))
            {
                CheckKnown(posts["locality"], localities, "locality", problems);
                CheckKnown(posts["service"], services, "service", problems);
            }
        }

        CheckKnown(root["budget"]?["service"], services, "service", problems);
        foreach (SourceNode pathway in Items(root["pathways"]))
        {
            CheckKnown(pathway["service"], services, "service", problems);
            CheckKnown(pathway["waiting"]?["escalatesTo"], pathways, "pathway", problems);
        }

        CheckCircles(root["pathways"], problems);
    }

    /// <summary>Returns the items of a list; none where there is no list.</summary>
    internal static IReadOnlyList<SourceNode> Items(SourceNode? list) => list?.Items ?? [];

    /// <summary>Notes every text of a list that was there before: of the items themselves, or of what they hold under a key.</summary>
    internal static void CheckUnique(SourceNode? list, string? key, ProblemList problems)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (SourceNode item in Items(list))
        {
            SourceNode? node = key is null ? item : item[key];
            if (node?.AsText() is string text && !lines.TryAdd(text, node.Line))
            {
                string line = lines[text].ToString(CultureInfo.InvariantCulture);
                problems.Add(node, $"{ScenarioMessage.Quote(text)} again (first on line {line})", key is null ? "each one once" : $"an {key} that no other has");
            }
        }
    }

    private static HashSet<string> Ids(SourceNode? list) =>
        new(Items(list).Select(item => item["id"]?.AsText()).OfType<string>(), StringComparer.Ordinal);

    private static void CheckKnown(SourceNode? node, HashSet<string> ids, string kind, ProblemList problems)
    {
        if (node?.AsText() is string text && ids.Count > 0 && !ids.Contains(text))
        {
            problems.Add(
                node,
                ScenarioMessage.Quote(text),
                $"the id of a {kind}: {ScenarioMessage.List(ids)}",
                SchemaWording.DidYouMean(problems.Nearest(text, ids)));
        }
    }

    private static void CheckCircles(SourceNode? pathways, ProblemList problems)
    {
        Dictionary<string, SourceNode> next = new(StringComparer.Ordinal);
        foreach (SourceNode pathway in Items(pathways))
        {
            if (pathway["id"]?.AsText() is string id && pathway["waiting"]?["escalatesTo"] is SourceNode to && to.AsText() is not null)
            {
                next.TryAdd(id, to);
            }
        }

        // Each pathway has at most one arrow out, so a walk either ends, meets an earlier walk, or comes back to itself: a new circle.
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string start in next.Keys)
        {
            List<string> walk = [];
            string at = start;
            while (next.ContainsKey(at) && seen.Add(at))
            {
                walk.Add(at);
                at = next[at].Text;
            }

            int back = walk.IndexOf(at);
            if (back >= 0)
            {
                string circle = string.Join(" → ", walk.Skip(back).Append(at).Select(id => ScenarioMessage.Plain(id)));
                problems.Add(next[at], $"escalation in a circle: {circle}", "escalation that ends");
            }
        }
    }
}
