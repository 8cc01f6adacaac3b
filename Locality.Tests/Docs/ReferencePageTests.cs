using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalitySim.Cli;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests.Docs;

public class ReferencePageTests
{
    [Fact]
    public void The_table_of_measures_says_what_the_measures_say()
    {
        GeneratedText.Check("docs/model.md", "measures", TableOf(Measure.All));
    }

    [Fact]
    public void The_table_of_measures_of_parts_says_what_the_measures_say() =>
        GeneratedText.Check("docs/model.md", "parts", TableOf(Measure.OfAnyLevel.Where(measure => !Measure.All.Contains(measure))));

    [Fact]
    public void The_page_of_the_model_names_every_purpose_of_chance()
    {
        string page = SourceFiles.Read("docs/model.md");
        Purpose[] purposes = [.. typeof(Purposes).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Purpose>()];
        Assert.NotEmpty(purposes);
        Assert.Equal(purposes.Length, purposes.Select(purpose => purpose.Id).Distinct().Count());
        foreach (Purpose purpose in purposes)
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\n| {purpose.Id} | {purpose.Name} |"), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_of_the_json_names_every_key_that_compare_writes_and_no_other()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        string folder = Path.Combine(Repository.Root, "scenarios", "derby");
        ExitCode code = LocalityCommand.Run(
            ["compare", folder, "--precision", "500", "--replications", "3", "--years", "0.6", "--structures", "five-areas,one-city", "--json", "-"],
            output,
            error,
            TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Done, ""), (code, error.ToString()));
        SortedSet<string> written = new(StringComparer.Ordinal);
        Collect(JsonNode.Parse(output.ToString())!, "", written);
        string[] documented = [.. SourceFiles.Read("docs/json.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])];
        Assert.Equal(string.Join('\n', written), string.Join('\n', documented.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_readme_gives_a_reason_for_every_package_and_for_no_other()
    {
        string[] used = [.. SourceFiles.Find("", "*.csproj").Append("Directory.Build.props")
            .SelectMany(path => XDocument.Parse(SourceFiles.Read(path)).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        string readme = SourceFiles.Read("README.md");
        string section = readme[readme.IndexOf("## Dependencies", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", StringComparison.Ordinal)];
        string[] named = [.. section.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, index) => index % 2 == 1))
            .Order(StringComparer.Ordinal)];
        Assert.Equal(used, named);
    }

    [Fact]
    public void The_layout_in_the_readme_names_every_folder()
    {
        string readme = SourceFiles.Read("README.md");
        string[] folders = [.. new DirectoryInfo(Repository.Root).EnumerateDirectories()
            .Where(folder => folder.Name[0] != '.' && folder.EnumerateFiles("*", SearchOption.AllDirectories).Any())
            .Select(folder => folder.Name)];
        Assert.NotEmpty(folders);
        Assert.All(folders.Where(folder => folder is not ("TestResults" or "BenchmarkDotNet.Artifacts")), folder => Assert.Contains($"| `{folder}/` |", readme, StringComparison.Ordinal));
    }

    private static string TableOf(IEnumerable<Measure> measures)
    {
        StringBuilder text = new("\n| Measure | In files | Unit | Better | Definition |\n|---|---|---|---|---|\n");
        foreach (Measure measure in measures)
        {
            string better = measure.Better is BetterWhen.Neither ? "neither" : measure.Better.ToString().ToLowerInvariant();
            text.Append(CultureInfo.InvariantCulture, $"| {measure.Label} | `{measure.Name}` | {(measure.Unit.Length == 0 ? "–" : measure.Unit)} | {better} | {measure.Definition} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static void Collect(JsonNode node, string path, SortedSet<string> written)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode item in list.OfType<JsonNode>())
            {
                Collect(item, $"{path}[]", written);
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((string key, JsonNode? value) in members)
            {
                string inner = path.Length == 0 ? key : $"{path}.{key}";
                written.Add(inner);
                if (value is not null)
                {
                    Collect(value, inner, written);
                }
            }
        }
    }
}
