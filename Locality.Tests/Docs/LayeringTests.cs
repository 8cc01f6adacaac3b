using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LocalitySim.Tests.Docs;

public class LayeringTests
{
    private static readonly string[] SimulationOrder =
        ["Numerics", "Random", "Designs", "Distributions", "Statistics", "VarianceReduction", "Queueing", "Calendar", "Processes", "Resources", "Arrivals", "Experiments", "Sensitivity", "Selection", "Calibration", "CapacityPlanning"];

    private static readonly string[] ModelsOrder =
        ["Regression", "Boosting", "Classification", "Forecasting", "SmallAreas", "Units", "Places", "Services", "Delivery", "Pathways", "Plans", "Structures", "Scenarios", "Influence", "Demand", "Staffing", "Casework", "Outcomes", "Comparison", "Uncertainty", "Attribution", "Calibration", "StaffPlanning", "Need", "Escalation", "Studies"];

    private static readonly string[] ReportsOrder = ["Wording", "Description", "Tables", "Maps", "Charts", "Documents", "Answers", "Pages"];

    // An event of the calendar knows the simulator that it belongs to, and the simulator holds the calendar: the one circle there is.
    private static readonly string[] SimulationExceptions = ["Calendar → Processes"];

    // Reading a scenario warns of teams that get more than they can do, and that takes the posts of a scenario already read.
    private static readonly string[] ModelsExceptions = ["Scenarios → Staffing"];

    // A partial method without a body: a generator of the real build writes it (regular expressions).
    private const string GeneratedPart = "CS8795";

    private static readonly Dictionary<string, string[]> ProjectReferences = new(StringComparer.Ordinal)
    {
        ["Locality.Simulation"] = [],
        ["Locality.Models"] = ["Locality.Simulation"],
        ["Locality.Reports"] = ["Locality.Models"],
        ["Locality.Cli"] = ["Locality.Models", "Locality.Reports"],
        ["Locality.Benchmarks"] = ["Locality.Models", "Locality.Simulation"],
        ["Locality.Tests"] = ["Locality.Benchmarks", "Locality.Cli", "Locality.Models", "Locality.Reports", "Locality.Simulation"],
    };

    [Fact]
    public void Projects_reference_only_those_before_them()
    {
        foreach (string path in SourceFiles.Find("", "*.csproj"))
        {
            string project = Path.GetFileNameWithoutExtension(path);
            Assert.True(ProjectReferences.TryGetValue(project, out string[]? allowed), $"{project} has no place in the order of projects: say in this test what it may reference.");
            foreach (XElement reference in XDocument.Parse(SourceFiles.Read(path)).Descendants("ProjectReference"))
            {
                string name = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
                Assert.True(allowed.Contains(name, StringComparer.Ordinal), $"{project} references {name}; expected at most {string.Join(", ", allowed)}.");
            }
        }
    }

    [Theory]
    [InlineData("Locality.Simulation")]
    [InlineData("Locality.Models")]
    [InlineData("Locality.Reports")]
    public void The_source_compiles_again_so_that_names_are_looked_up_rightly(string project)
    {
        Findings.None(ProjectSource.Of(project).Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !string.Equals(diagnostic.Id, GeneratedPart, StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Folders_of_the_engine_use_only_those_before_them() => CheckOrder("Locality.Simulation", SimulationOrder, SimulationExceptions);

    [Fact]
    public void Folders_of_the_domain_use_only_those_before_them() => CheckOrder("Locality.Models", ModelsOrder, ModelsExceptions);

    [Fact]
    public void Folders_of_the_reports_use_only_those_before_them() => CheckOrder("Locality.Reports", ReportsOrder, []);

    private static void CheckOrder(string project, string[] order, string[] exceptions)
    {
        ProjectSource source = ProjectSource.Of(project);
        string[] folders = [.. source.Trees.Select(tree => FolderOf(tree.FilePath)).Distinct(StringComparer.Ordinal)];
        Assert.Equal(order.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));

        // The namespace is one for the whole project, so the folder of a name is that of the file that declares it.
        SortedDictionary<string, string> backward = new(StringComparer.Ordinal);
        foreach ((SyntaxNode node, ISymbol symbol) in source.Names)
        {
            ISymbol type = symbol is INamedTypeSymbol ? symbol : symbol.ContainingType ?? symbol;
            string here = FolderOf(node.SyntaxTree.FilePath);
            string[] declared = [.. type.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => FolderOf(reference.SyntaxTree.FilePath)).Distinct(StringComparer.Ordinal)];
            if (declared.Length > 0 && type is not INamespaceSymbol && Array.TrueForAll(declared, folder => Array.IndexOf(order, folder) > Array.IndexOf(order, here)))
            {
                backward.TryAdd($"{here} → {declared[0]}", $"{ProjectSource.PlaceOf(node)} uses {type.Name}");
            }
        }

        Findings.None(backward.Where(pair => !exceptions.Contains(pair.Key, StringComparer.Ordinal)).Select(pair => $"{pair.Key}: {pair.Value}"));
        Findings.None(exceptions.Where(exception => !backward.ContainsKey(exception)).Select(exception => $"{exception}: no longer needed"));
    }

    private static string FolderOf(string path) => path.Split('/')[1];
}
