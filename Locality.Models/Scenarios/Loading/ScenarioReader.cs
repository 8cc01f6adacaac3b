using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Brings the files of a folder together.</summary>
internal static class ScenarioReader
{
    private const string ScenarioFile = "scenario.yaml";
    private const string AreasFileName = "areas.csv";
    private const string NeighboursFileName = "neighbours.csv";
    private const string BoundariesFileName = "boundaries.geojson";

    /// <summary>Reads a folder.</summary>
    internal static ScenarioReading Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            ProblemList missing = new(folder);
            missing.Add(
                File.Exists(folder) ? "a file" : "no folder",
                $"a folder with {ScenarioFile}, {AreasFileName} and {NeighboursFileName}",
                File.Exists(folder) ? "name the folder that holds it" : null);
            return Failed(missing);
        }

        ProblemList areasProblems = new(Path.Combine(folder, AreasFileName));
        ProblemList neighboursProblems = new(Path.Combine(folder, NeighboursFileName));
        ProblemList boundariesProblems = new(Path.Combine(folder, BoundariesFileName));
        ProblemList problems = new(Path.Combine(folder, ScenarioFile));

        ImmutableArray<Area>? areas = AreasFile.Read(areasProblems, out IReadOnlySet<string>? names, out ImmutableArray<PartnerBoundary> partners);
        ImmutableArray<Border>? borders = NeighboursFile.Read(names, neighboursProblems);
        ImmutableArray<AreaBoundary>? boundaries = BoundariesFile.Read(areas, names, !areasProblems.Any, boundariesProblems);

        SourceNode? root = SourceFile.Read(problems) is string text ? YamlReader.Read(text, problems) : null;
        string json = root is null ? "" : SourceJson.Write(root);
        if (root is not null)
        {
            ScenarioSchema.Check(root, json, problems);
            CheckRules(root, areas, names, problems);
        }

        if (root is null || areas is null || borders is null || areasProblems.Any || neighboursProblems.Any || boundariesProblems.Any || problems.Any)
        {
            return Failed(areasProblems, neighboursProblems, boundariesProblems, problems);
        }

        Place place = new() { Areas = areas.Value, Borders = borders.Value, Partners = partners, Boundaries = boundaries };
        Scenario? bound = ScenarioBinding.Bind(json, place, root, problems);
        bound = bound is null ? null : bound with { Structures = StructureExpansion.Expand(bound.Structures) };
        foreach ((string path, string found) in bound is null ? [] : PostLimits.Breaks(bound))
        {
            problems.Add(root.Find(path).Node, found, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PostLimits.MostPosts:#,0} posts of a service at most"));
        }

        foreach ((int index, string found, string expected) in bound is null ? [] : UncertainFigures.Problems(bound))
        {
            problems.Add(root.Find(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"uncertain[{index}]")).Node, found, expected);
        }

        return bound is { } scenario && !problems.Any
            ? new() { Scenario = scenario, Problems = [], Warnings = Located(ScenarioWarnings.Find(scenario), root, problems.File) }
            : Failed(problems);
    }

    private static void CheckRules(SourceNode root, ImmutableArray<Area>? areas, IReadOnlySet<string>? names, ProblemList problems)
    {
        ScenarioIds ids = new(root);
        ImmutableArray<StructureSketch> structures = StructureSketch.All(root);
        ReferenceRules.Check(root, structures, ids, problems);
        FigureRules.Check(root, problems);
        FrontDoorRules.Check(root, problems);
        PathwayRules.Check(root, ids, problems);
        MergeRules.Check(structures, problems);
        GroupingRules.Check(root, structures, problems);
        StructureRules.Check(root, names, problems);
        PlacementRules.Check(root, structures, ids, problems);
        PlacementRules.CheckPostsToday(root, areas, problems);
        DeliveryRules.Check(structures, ids, problems);
        PlanRules.Check(root, structures, names, ids, problems);
    }

    private static ScenarioReading Failed(params IEnumerable<ProblemList> files) =>
        new() { Problems = ProblemList.Sorted(files), Warnings = [] };

    private static ImmutableArray<ScenarioWarning> Located(ImmutableArray<ScenarioWarning> warnings, SourceNode root, string file) =>
        [.. warnings
            .Select(warning => (Warning: warning, root.Find(warning.Path).Node))
            .Select(pair => pair.Warning with { File = file, Line = pair.Node.Line, Column = pair.Node.Column })
            .OrderBy(warning => warning.Line)
            .ThenBy(warning => warning.Column)];
}
