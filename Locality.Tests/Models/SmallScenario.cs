using System.Text;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A scenario of three areas in a folder of its own, which tests damage in one place at a time.</summary>
internal sealed class SmallScenario : IDisposable
{
    public const string Yaml = "scenario.yaml";
    public const string Areas = "areas.csv";
    public const string Neighbours = "neighbours.csv";

    private const string ScenarioText = """
        format: 1
        name: Smallbridge
        start: 2025-04-01
        calendar:
          alwaysOpen: true
        frontDoor:
          fte: 2
        services:
          - id: care
            tier: specialist
            fte: 10
        pathways:
          - id: need
            service: care
            referralsPerYear: 300
            openCases: 100
            assessment: {}
            casework:
              duration: { law: exponential, meanDays: 200 }
              weights: [{ points: 5, share: 1 }]
        budget:
          service: care
        structures:
          - id: two
            localities:
              - { id: north, areas: [Ash, Beech], bases: [Ash] }
              - { id: south, areas: [Cedar], bases: [Cedar] }

        """;

    private const string AreasText = """
        area,children,idaci,easting,northing,square_km
        Ash,100,0.1,1000,2000,1.5
        Beech,200,0.2,3000,2000,2
        Cedar,300,0.3,5000,2000,3

        """;

    private const string NeighboursText = """
        area_a,area_b
        Ash,Beech
        Beech,Cedar

        """;

    public SmallScenario()
    {
        Directory.CreateDirectory(Folder);
        Write(Yaml, ScenarioText.ReplaceLineEndings("\n"));
        Write(Areas, AreasText.ReplaceLineEndings("\n"));
        Write(Neighbours, NeighboursText.ReplaceLineEndings("\n"));
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"locality-{Guid.NewGuid():N}");

    public SmallScenario Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public SmallScenario Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, file), bytes);
        return this;
    }

    public SmallScenario Replace(string file, string old, string replacement)
    {
        string text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        return Write(file, text[..at] + replacement + text[(at + old.Length)..]);
    }

    public SmallScenario Append(string file, string text) => Write(file, File.ReadAllText(Path.Combine(Folder, file)) + text);

    public SmallScenario Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    /// <summary>The problems as they are printed, with the folder's random name as <c>small</c>.</summary>
    public string[] Problems() => [.. ScenarioFolder.Check(Folder).Select(problem => Shorten(problem.ToString()))];

    public string[] Warnings() => [.. ScenarioFolder.Read(Folder).Warnings.Select(warning => Shorten(warning.ToString()))];

    public string Shorten(string text) => text
        .Replace(Folder + Path.DirectorySeparatorChar, "small/", StringComparison.Ordinal)
        .Replace(Folder, "small", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
