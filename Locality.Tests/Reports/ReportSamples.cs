using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LocalitySim.Models;
using LocalitySim.Reports;

namespace LocalitySim.Tests;

/// <summary>Reports of a small scenario whose names are what pages stumble over, and the same with tame names.</summary>
internal static partial class ReportSamples
{
    /// <summary>Names as they stand in a scenario, and as a reader sees them.</summary>
    internal static readonly (string Name, string Shown)[] Hostile =
    [
        ("<script>alert('x')</script>", "<script>alert('x')</script>"),
        ("</script><img src=x onerror=alert(1)>", "</script><img src=x onerror=alert(1)>"),
        ("\"quoted\" & 'so' &amp;", "\"quoted\" & 'so' &amp;"),
        ("=cmd()", "=cmd()"),
        ("\u202Egnp.exe", "\uFFFDgnp.exe"),
        ("שלום עולם", "שלום עולם"),
        (new string('x', 500), new string('x', 500)),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
        ("#tip", "#tip"),
        ("@s0", "@s0"),
        ("pipe | in | it", "pipe | in | it"),
        ("`code` **bold** [a](b) ![c](d)", "`code` **bold** [a](b) ![c](d)"),
        ("- item", "- item"),
        ("1. first", "1. first"),
        ("two\nlines", "two lines"),
        ("nul\0 bell\a", "nul\uFFFD bell\uFFFD"),
    ];

    private static readonly Lazy<Report> HostileMade = new(() => Made(Renamed(Small(), place => Hostile[place % Hostile.Length].Name)));

    private static readonly Lazy<Report> TameMade = new(() => Made(Renamed(Small(), place => $"name{place % Hostile.Length}")));

    internal static Report HostileReport => HostileMade.Value;

    internal static Report TameReport => TameMade.Value;

    /// <summary>Makes a scenario of three areas and as many structures as there are hostile names, less the names of other things.</summary>
    internal static Scenario Small()
    {
        Scenario plain = PlainScenario.Of(3);
        return plain with
        {
            Name = "Small",
            Question = "Which?",
            Plan = new RunPlan { Years = 1, WarmUpYears = 0.25, Replications = 3, Seed = 1 },
            Structures = [.. Enumerable.Range(0, Hostile.Length).Select(place => place % 2 == 0 ? PlainScenario.Groups($"id{place}", [0], [1, 2]) : PlainScenario.Groups($"id{place}", [0, 1, 2]))],
        };
    }

    /// <summary>Gives every thing that has a name another, by its place among all of them.</summary>
    internal static Scenario Renamed(Scenario scenario, Func<int, string> name)
    {
        int next = 0;
        ImmutableDictionary<string, string> areas = scenario.Place.Areas.ToImmutableDictionary(area => area.Name, _ => name(next++), StringComparer.Ordinal);
        Structure[] structures =
        [
            .. scenario.Structures.Select((structure, place) => structure with
            {
                Name = name(place),
                Localities = [.. structure.Localities.Select(locality => locality with { Name = name(next++), Areas = [.. locality.Areas.Select(area => areas[area])], Bases = [.. locality.Bases.Select(area => areas[area])] })],
            }),
        ];
        return scenario with
        {
            Name = name(next++),
            Question = name(next++),
            Place = scenario.Place with
            {
                Areas = [.. scenario.Place.Areas.Select(area => area with { Name = areas[area.Name] })],
                Borders = [.. scenario.Place.Borders.Select(border => new Border(areas[border.First], areas[border.Second]))],
            },
            Structures = [.. structures],
            Services = [.. scenario.Services.Select(service => service with { Name = name(next++) })],
            Pathways = [.. scenario.Pathways.Select(pathway => pathway with { Name = name(next++) })],
        };
    }

    /// <summary>Compares and reports. Marks and hashes are those of a folder beside it.</summary>
    internal static Report Made(Scenario scenario, int? threads = null, StaffTarget? target = null, params string[] structures)
    {
        using SmallScenario folder = new();
        return ComparisonReport.Of(Experiment.Compare(scenario, structures.Length == 0 ? null : structures, threads: threads), folder.Folder, target);
    }

    /// <summary>Reads a page as XML: its scripts and its style by themselves, and elements that have no end tag closed.</summary>
    internal static ReadPage Read(string html)
    {
        ImmutableArray<ReadScript>.Builder scripts = ImmutableArray.CreateBuilder<ReadScript>();
        string words = Script().Replace(html, match =>
        {
            scripts.Add(new ReadScript(match.Groups["with"].Value.Trim(), match.Groups["text"].Value));
            return "";
        });
        string style = "";
        words = Style().Replace(words, match =>
        {
            style = match.Groups["text"].Value;
            return "";
        });
        words = Void().Replace(words.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal), match => $"{match.Value[..^1]}/>");
        return new ReadPage(XDocument.Parse(words, LoadOptions.PreserveWhitespace), scripts.ToImmutable(), style);
    }

    /// <summary>Writes a text as JSON writers may: only to look for it.</summary>
    internal static string Flat(XElement element)
    {
        StringBuilder text = new();
        foreach (XText piece in element.DescendantNodes().OfType<XText>())
        {
            text.Append(piece.Value);
        }

        return text.ToString();
    }

    [GeneratedRegex("<script(?<with>[^>]*)>(?<text>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Style();

    [GeneratedRegex("<(meta|input)( [a-z-]+=\"[^\"]*\")*>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Void();
}
