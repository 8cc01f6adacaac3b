using System.Globalization;
using System.Text;

namespace LocalitySim.Tests;

/// <summary>Is a small scenario whose every name is one that a careless page would run, misread or fall apart over.</summary>
internal static class HostileScenario
{
    /// <summary>The names: of areas, localities and structures, of a service, pathways and sources.</summary>
    internal static readonly string[] Names =
    [
        "<script>window.hacked=1</script>", "\"'><img src=x onerror=window.hacked=1>", "</script><script>window.hacked=1</script>", "{{x}} ${window.hacked=1}", "=cmd()|'/c calc'!A1", "שלום עולם (א)",
        "\u202Elives\u202C", LongName, "👩‍👩‍👧 family 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "#tip", "@s0", "{b} {a|c} %s", "&lt;b&gt; <!-- -->", "javascript:window.hacked=1//", "__proto__",
    ];

    /// <summary>A name of 500 characters without a place to break it.</summary>
    internal static string LongName => new('W', 500);

    /// <summary>Returns a name as a page shows it: marks that turn the direction of writing are replaced.</summary>
    internal static string Shown(string name) => name.Replace('\u202E', '\uFFFD').Replace('\u202C', '\uFFFD');

    /// <summary>Writes the scenario into a folder.</summary>
    internal static void Write(SmallScenario small)
    {
        small.Write(SmallScenario.Areas, Lines("area,children,idaci,easting,northing,square_km", Names.Select((name, place) => string.Create(CultureInfo.InvariantCulture, $"{Csv(name)},{100 + (20 * place)},0.{1 + (place % 3)},{1000 + (2000 * (place % 4))},{2000 + (2000 * (place / 4))},1.5"))));
        small.Write(SmallScenario.Neighbours, Lines("area_a,area_b", Names.Skip(1).Select((name, place) => $"{Csv(Names[place])},{Csv(name)}")));
        StringBuilder yaml = new();
        yaml.Append($$"""
            format: 1
            name: {{Yaml("<b onclick=window.hacked=1>Small</b>bridge")}}
            question: {{Yaml("Is <img src=x onerror=window.hacked=1> \"better\"?")}}
            start: 2025-04-01
            calendar: { alwaysOpen: true }
            frontDoor: { fte: 2 }
            services:
              - { id: care, name: {{Yaml(Names[1])}}, tier: specialist, fte: 30 } # assumption: <script>window.hacked=1</script> {{Names[5]}}
            pathways:
              - id: need
                name: {{Yaml(Names[2])}}
                service: care
                referralsPerYear: 600 # source: "'><img src=x onerror=window.hacked=1>
                openCases: 100
                sources: [{ name: {{Yaml(Names[0])}}, share: 0.5 }, { name: {{Yaml(Names[8])}}, share: 0.5 }]
                assessment: {}
                casework:
                  duration: { law: exponential, meanDays: 100 }
                  weights: [{ points: 5, share: 1 }]
            budget: { service: care }
            structures:
              - id: each
                name: {{Yaml(Names[0])}}
                localities:

            """.ReplaceLineEndings("\n"));
        foreach ((int place, string name) in Names.Index())
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      - {{ id: l{place}, name: {Yaml(name)}, areas: [{Yaml(name)}], bases: [{Yaml(name)}] }}\n");
        }

        for (int place = 1; place < Names.Length; place++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - id: s{place}\n    name: {Yaml(Names[place])}\n    localities:\n");
            yaml.Append(CultureInfo.InvariantCulture, $"      - {{ id: a, name: {Yaml(Names[place])}, areas: [{string.Join(", ", Names.Take(8).Select(Yaml))}], bases: [{Yaml(Names[place % 8])}] }}\n");
            yaml.Append(CultureInfo.InvariantCulture, $"      - {{ id: b, name: {Yaml(Names[place - 1])}, areas: [{string.Join(", ", Names.Skip(8).Select(Yaml))}], bases: [{Yaml(Names[8])}] }}\n");
        }

        small.Write(SmallScenario.Yaml, yaml.ToString());
    }

    private static string Lines(string head, IEnumerable<string> lines) => string.Join('\n', lines.Prepend(head)) + "\n";

    private static string Yaml(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Csv(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
