using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Checks how structures place services: their deployment and the sharing of their posts. Values that the schema refuses are passed over here.</summary>
internal static class PlacementRules
{
    private const string UpperTierArea = "upper-tier-area";

    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(SourceNode root, ImmutableArray<StructureSketch> structures, ScenarioIds ids, ProblemList problems)
    {
        // A rule of the service or the front door may be wrong for many structures; the mistake is one.
        HashSet<SourceNode> noted = [];
        foreach (StructureSketch structure in structures)
        {
            Dictionary<string, SourceNode> placements = Placements(structure.Node["services"], ids, problems);
            CheckUpperTier(structure, (structure.Node["frontDoor"] ?? root["frontDoor"])?["scope"], noted, problems);
            foreach (SourceNode service in ReferenceRules.Items(root["services"]))
            {
                SourceNode? placement = placements.GetValueOrDefault(service["id"]?.AsText() ?? "");
                SourceNode? deployment = placement?["deployment"] ?? service["deployment"];
                CheckUpperTier(structure, deployment, noted, problems);
                CheckSharing(structure, service, placement, noted, problems);
                CheckPosts(placement?["posts"], structure, deployment?.AsText() ?? "locality", problems);
            }
        }
    }

    /// <summary>Returns whether the rule by which a service's posts are shared in a structure lists them team by team.</summary>
    internal static bool IsExplicit(StructureSketch structure, SourceNode service, SourceNode? placement) =>
        Is(Sharing(structure, service, placement), "explicit");

    /// <summary>Notes each structure or service that shares posts as today where an area does not say what it has today.</summary>
    internal static void CheckPostsToday(SourceNode root, ImmutableArray<Area>? areas, ProblemList problems)
    {
        string[] silent = [.. (areas ?? []).Where(area => area.PostsToday is null).Select(area => area.Name)];
        bool none = areas is { IsEmpty: false } known && known.All(area => area.PostsToday == 0);
        if (silent.Length == 0 && !none)
        {
            return;
        }

        IReadOnlyList<SourceNode> structures = ReferenceRules.Items(root["structures"]);
        IEnumerable<SourceNode?> rules =
        [
            .. structures.Select(structure => structure["staffing"]),
            .. structures.SelectMany(structure => ReferenceRules.Items(structure["services"])).Select(placement => placement["sharing"]),
            .. ReferenceRules.Items(root["services"]).Select(service => service["sharing"]),
        ];
        foreach (SourceNode rule in rules.OfType<SourceNode>().Where(rule => Is(rule, "as-today")))
        {
            problems.Add(
                rule,
                none ? "'as-today', but no posts today in areas.csv" : $"'as-today', but no posts_today in areas.csv for {ScenarioMessage.List(silent)}",
                "posts_today for every area, and not all zero");
        }
    }

    private static Dictionary<string, SourceNode> Placements(SourceNode? list, ScenarioIds ids, ProblemList problems)
    {
        ReferenceRules.CheckUnique(list, "service", problems);
        Dictionary<string, SourceNode> placements = new(StringComparer.Ordinal);
        foreach (SourceNode placement in ReferenceRules.Items(list))
        {
            ids.CheckService(placement["service"], problems);
            if (placement["service"]?.AsText() is string id)
            {
                placements.TryAdd(id, placement);
            }
        }

        return placements;
    }

    private static void CheckUpperTier(StructureSketch structure, SourceNode? deployment, HashSet<SourceNode> noted, ProblemList problems)
    {
        if (Is(deployment, UpperTierArea) && structure.IsKnown && structure.Localities.All(locality => locality.UpperTierArea is null) && noted.Add(deployment!))
        {
            problems.Add(
                deployment!,
                $"'{UpperTierArea}', but no locality of {Name(structure)} names an upper-tier area",
                "upperTierArea for the localities that share");
        }
    }

    private static void CheckSharing(StructureSketch structure, SourceNode service, SourceNode? placement, HashSet<SourceNode> noted, ProblemList problems)
    {
        SourceNode? sharing = Sharing(structure, service, placement);
        bool isListed = placement?["posts"] is { Items.Count: > 0 };
        if (Is(sharing, "explicit"))
        {
            if (!isListed && noted.Add(sharing!))
            {
                problems.Add(
                    sharing!,
                    $"'explicit', but {Name(structure)} lists no posts of {ScenarioMessage.Quote(service["id"]?.AsText() ?? service.Path)}",
                    "posts for its teams, under the structure's services");
            }
        }
        else if (isListed && !(sharing?.Refused ?? false))
        {
            problems.Add(placement!["posts"]!, $"posts of a service that is shared {ScenarioMessage.Plain(sharing?.Text ?? "by-need")}", "sharing: explicit, or no posts");
        }
    }

    private static void CheckPosts(SourceNode? list, StructureSketch structure, string deployment, ProblemList problems)
    {
        IReadOnlyList<SourceNode> posts = ReferenceRules.Items(list);
        if (posts.Count == 0)
        {
            return;
        }

        IReadOnlySet<string> teams = structure.Teams(deployment);
        ReferenceRules.CheckUnique(list, "team", problems);
        foreach (SourceNode team in posts)
        {
            ReferenceRules.CheckOneOf(team["team"], teams, "a team", problems);
        }

        if (posts.All(team => team["fte"]?.AsNumber() == 0))
        {
            problems.Add(list!, "zero posts for every team", "posts above zero for one team or more");
        }
    }

    private static SourceNode? Sharing(StructureSketch structure, SourceNode service, SourceNode? placement) =>
        placement?["sharing"] ?? service["sharing"] ?? structure.Node["staffing"];

    private static bool Is(SourceNode? node, string text) => string.Equals(node?.AsText(), text, StringComparison.Ordinal);

    private static string Name(StructureSketch structure) => ScenarioMessage.Quote(structure.Id ?? structure.Node.Path);
}
