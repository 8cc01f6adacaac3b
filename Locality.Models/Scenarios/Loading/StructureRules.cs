namespace LocalitySim.Models;

/// <summary>Checks that every structure puts every area into exactly one locality. Values that the schema refuses are passed over here.</summary>
internal static class StructureRules
{
    /// <summary>Notes every break of these rules.</summary>
    /// <param name="root">The file's outermost value.</param>
    /// <param name="areas">The names of the areas; null where they are not known, and then names are not looked up.</param>
    /// <param name="problems">The list that takes the problems.</param>
    internal static void Check(SourceNode root, IReadOnlySet<string>? areas, ProblemList problems)
    {
        foreach (SourceNode structure in ReferenceRules.Items(root["structures"]))
        {
            Dictionary<string, SourceNode> taken = new(StringComparer.Ordinal);
            foreach (SourceNode locality in ReferenceRules.Items(structure["localities"]))
            {
                CheckAreas(locality, taken, areas, problems);
                ReferenceRules.CheckUnique(locality["bases"], key: null, problems);
                foreach (SourceNode place in ReferenceRules.Items(locality["bases"]))
                {
                    CheckKnown(place, areas, problems);
                }
            }

            if (structure["localities"] is SourceNode { Kind: SourceKind.List } localities && areas is not null)
            {
                CheckNoneLeft(localities, taken, areas, problems);
            }
        }
    }

    private static void CheckAreas(SourceNode locality, Dictionary<string, SourceNode> taken, IReadOnlySet<string>? areas, ProblemList problems)
    {
        foreach (SourceNode area in ReferenceRules.Items(locality["areas"]))
        {
            if (area.AsText() is string name && !taken.TryAdd(name, locality))
            {
                string where = ReferenceEquals(taken[name], locality)
                    ? $"twice in {Name(locality)}"
                    : $"in {Name(taken[name])} and in {Name(locality)}";
                problems.Add(area, $"{ScenarioMessage.Quote(name)} {where}", "every area in exactly one locality");
            }
            else
            {
                CheckKnown(area, areas, problems);
            }
        }
    }

    private static void CheckNoneLeft(SourceNode localities, Dictionary<string, SourceNode> taken, IReadOnlySet<string> areas, ProblemList problems)
    {
        string[] left = [.. areas.Where(area => area.Length > 0 && !taken.ContainsKey(area))];
        if (left.Length > 0)
        {
            problems.Add(localities, $"no locality with {ScenarioMessage.List(left)}", "every area in exactly one locality");
        }
    }

    private static void CheckKnown(SourceNode node, IReadOnlySet<string>? areas, ProblemList problems)
    {
        if (node.AsText() is string name && areas?.Contains(name) == false)
        {
            problems.Add(node, ScenarioMessage.Quote(name), "an area of areas.csv", SchemaWording.DidYouMean(problems.Nearest(name, areas)));
        }
    }

    private static string Name(SourceNode locality) => ScenarioMessage.Quote(locality["id"]?.AsText() ?? locality.Path);
}
