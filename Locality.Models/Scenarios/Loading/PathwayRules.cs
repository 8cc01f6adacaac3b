namespace LocalitySim.Models;

/// <summary>Checks what pathways name, and their ages, sources and steps. Values that the schema refuses are passed over here.</summary>
internal static class PathwayRules
{
    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(SourceNode root, ScenarioIds ids, ProblemList problems)
    {
        foreach (SourceNode pathway in ReferenceRules.Items(root["pathways"]))
        {
            ids.CheckService(pathway["service"], problems);
            ids.CheckService(pathway["assessedBy"], problems);
            ids.CheckService(pathway["casework"]?["longTerm"]?["service"], problems);
            foreach (SourceNode support in ReferenceRules.Items(pathway["supports"]))
            {
                ids.CheckService(support["service"], problems);
            }

            ids.CheckPathway(pathway["waiting"]?["escalatesTo"], problems);
            ids.CheckPathway(pathway["stepUp"]?["to"], problems);
            ids.CheckPathway(pathway["stepDown"]?["to"], problems);
            CheckSteps(pathway["stepUp"]?["share"], pathway["stepDown"]?["share"], problems);
            CheckAges(pathway["ages"], problems);
            FigureRules.CheckWhole(pathway["ages"], problems);
            ReferenceRules.CheckUnique(pathway["sources"], "name", problems);
            FigureRules.CheckWhole(pathway["sources"], problems);
        }

        CheckCircles(root["pathways"], pathway => pathway["waiting"]?["escalatesTo"], "escalation", "escalation that ends", problems);
        CheckCircles(root["pathways"], pathway => pathway["stepUp"]?["to"], "steps up", "steps up that end", problems);
        CheckCircles(root["pathways"], pathway => pathway["stepDown"]?["to"], "steps down", "steps down that end", problems);
    }

    private static void CheckSteps(SourceNode? up, SourceNode? down, ProblemList problems)
    {
        if (up?.AsNumber() + down?.AsNumber() > 1 + FigureRules.ShareTolerance)
        {
            problems.Add(
                down!,
                $"{up!.Describe()} of closures that step up and {down!.Describe()} that step down",
                "shares that add up to 1 at most");
        }
    }

    private static void CheckAges(SourceNode? ages, ProblemList problems)
    {
        List<(double From, double To)> before = [];
        foreach (SourceNode band in ReferenceRules.Items(ages))
        {
            if (band["from"]?.AsNumber() is not double from || band["to"]?.AsNumber() is not double to)
            {
                continue;
            }

            if (to < from)
            {
                problems.Add(band["to"]!, band["to"]!.Describe(), $"{ScenarioMessage.Number(from)} (the youngest age) or more");
                continue;
            }

            foreach ((double otherFrom, double otherTo) in before.Where(other => from <= other.To && other.From <= to).Take(1))
            {
                problems.Add(
                    band["from"]!,
                    $"ages {ScenarioMessage.Number(from)} to {ScenarioMessage.Number(to)}, which overlap {ScenarioMessage.Number(otherFrom)} to {ScenarioMessage.Number(otherTo)}",
                    "each age in one band at most");
            }

            before.Add((from, to));
        }
    }

    private static void CheckCircles(SourceNode? pathways, Func<SourceNode, SourceNode?> arrow, string what, string expected, ProblemList problems)
    {
        Dictionary<string, SourceNode> next = new(StringComparer.Ordinal);
        foreach (SourceNode pathway in ReferenceRules.Items(pathways))
        {
            if (pathway["id"]?.AsText() is string id && arrow(pathway) is SourceNode to && to.AsText() is not null)
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
                problems.Add(next[at], $"{what} in a circle: {circle}", expected);
            }
        }
    }
}
