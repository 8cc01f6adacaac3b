using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Checks where structures have their localities from. Values that the schema refuses are passed over here.</summary>
internal static class MergeRules
{
    private static readonly string[] Sources = ["localities", "localitiesFrom"];

    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(ImmutableArray<StructureSketch> structures, ProblemList problems)
    {
        Dictionary<string, StructureSketch> before = new(StringComparer.Ordinal);
        foreach (StructureSketch structure in structures)
        {
            CheckSource(structure.Node, problems);
            CheckFrom(structure.Node, before, problems);
            if (structure.Id is string id)
            {
                before.TryAdd(id, structure);
            }
        }
    }

    private static void CheckSource(SourceNode structure, ProblemList problems)
    {
        if (structure["localities"] is not null && structure["localitiesFrom"] is SourceNode both)
        {
            problems.Add(both, "localities as well as localitiesFrom", "one of them");
        }

        // A key that is missing because it is misspelt is one mistake and not two.
        if (structure.Kind == SourceKind.Keys && !structure.Children.Any(child => Spelling.Nearest(child.Key!, Sources) is not null))
        {
            problems.Add(structure.Line, structure.Column, $"{structure.Path}.localities", "nothing", "a list, or localitiesFrom with the id of an earlier structure");
        }
    }

    private static void CheckFrom(SourceNode structure, Dictionary<string, StructureSketch> before, ProblemList problems)
    {
        SourceNode? merges = structure["merges"];
        if (structure["localitiesFrom"] is not SourceNode from)
        {
            if (merges is not null)
            {
                problems.Add(merges, "merges without localitiesFrom", "localitiesFrom with the id of an earlier structure");
            }

            return;
        }

        if (from.AsText() is string text && !before.ContainsKey(text))
        {
            string expected = before.Count == 0 ? "the id of an earlier structure, and this is the first" : $"the id of an earlier structure: {ScenarioMessage.List(before.Keys)}";
            problems.Add(from, ScenarioMessage.Quote(text), expected, SchemaWording.DidYouMean(problems.Nearest(text, before.Keys)));
        }

        StructureSketch? source = before.GetValueOrDefault(from.AsText() ?? "");
        CheckMerges(merges, source?.LocalityIds ?? new HashSet<string>(StringComparer.Ordinal), problems);
    }

    private static void CheckMerges(SourceNode? merges, IReadOnlySet<string> localities, ProblemList problems)
    {
        ReferenceRules.CheckUnique(merges, "id", problems);
        SourceNode[] parts = [.. ReferenceRules.Items(merges).SelectMany(merge => ReferenceRules.Items(merge["of"]))];
        ReferenceRules.CheckUnique(parts, "each locality in one merge at most", problems);
        foreach (SourceNode part in parts)
        {
            ReferenceRules.CheckKnown(part, localities, "locality", problems);
        }

        HashSet<string> joined = parts.Select(part => part.AsText()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (SourceNode merge in ReferenceRules.Items(merges))
        {
            if (merge["id"] is SourceNode node && node.AsText() is string id && localities.Contains(id) && !joined.Contains(id))
            {
                problems.Add(node, $"{ScenarioMessage.Quote(id)}, a locality that stays", "an id that no other has");
            }
        }
    }
}
