using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Checks that a structure's localities can be grouped as a scenario says. Values that the schema refuses are passed over here.</summary>
internal static class GroupingRules
{
    private const int FewestLocalities = 2;

    private static readonly string[] Single = ["delivery", "extraPosts"];

    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(SourceNode root, ImmutableArray<StructureSketch> structures, ProblemList problems)
    {
        SourceNode? of = root["groupings"]?["of"];
        SourceNode? into = root["groupings"]?["into"];
        CheckOnce(into, problems);
        ReferenceRules.CheckKnown(of, structures.Select(structure => structure.Id).OfType<string>().ToHashSet(StringComparer.Ordinal), "structure", problems);
        if (of?.AsText() is not string id || structures.FirstOrDefault(item => string.Equals(item.Id, id, StringComparison.Ordinal)) is not { IsKnown: true } structure)
        {
            return;
        }

        int localities = structure.Localities.Length;
        if (localities is < FewestLocalities || localities > ContiguousPartitions.MostMembers)
        {
            problems.Add(
                of,
                Text($"{ScenarioMessage.Quote(id)} with {localities} localities"),
                Text($"a structure with {FewestLocalities} to {ContiguousPartitions.MostMembers}, for every grouping to be listed"),
                localities < FewestLocalities ? null : "join some with localitiesFrom and merges first");
            return;
        }

        foreach (string key in Single.Where(key => ReferenceRules.Items(structure.Node[key]).Count > 0))
        {
            problems.Add(of, Text($"{ScenarioMessage.Quote(id)}, whose {key} names single localities"), "a structure whose localities are alike, for groupings of them mean the same");
        }

        foreach (SourceNode number in ReferenceRules.Items(into).Where(item => item.AsNumber() > localities))
        {
            problems.Add(number, number.Describe(), Text($"from 1 to {localities}, the localities of {ScenarioMessage.Quote(id)}"));
        }
    }

    private static void CheckOnce(SourceNode? into, ProblemList problems)
    {
        HashSet<double> before = [];
        foreach (SourceNode number in ReferenceRules.Items(into))
        {
            if (number.AsNumber() is double value && !before.Add(value))
            {
                problems.Add(number, $"{number.Describe()} again", "each number once");
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
