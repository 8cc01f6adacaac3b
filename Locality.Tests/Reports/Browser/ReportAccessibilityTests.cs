using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Reports are checked against the rules of axe-core: contrast, names of controls, order of headings, and more.</summary>
[Trait("Needs", "Chromium")]
[Collection(BrowserCollection.Name)]
public sealed class ReportAccessibilityTests(ReportBrowser browser)
{
    private static readonly string Axe = Path.Combine(Repository.Root, "Locality.Reports", "assets", "node_modules", "axe-core", "axe.min.js");

    public static TheoryData<string> Places => ReportBrowser.Places;

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_report_breaks_no_rule_of_accessibility_that_matters(string place)
    {
        await using ReportPage report = await browser.OpenAsync(browser.ReportOf(place));
        await report.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe, TestContext.Current.CancellationToken));
        List<string> broken = [];
        foreach (ColorScheme colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await report.Page.EmulateMediaAsync(new() { ColorScheme = colours });
            foreach (int width in new[] { 1280, 390 })
            {
                await report.Page.SetViewportSizeAsync(width, 900);
                await report.Frames(3);
                broken.AddRange((await Broken(report)).Select(rule => $"{colours}, {width} px: {rule}"));
            }
        }

        if (place is "derby")
        {
            await report.Ask<bool>("() => { document.querySelectorAll('details').forEach(part => { part.open = true; }); return true; }");
            foreach (ColorScheme colours in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await report.Page.EmulateMediaAsync(new() { ColorScheme = colours });
                await report.Frames(3);
                broken.AddRange((await Broken(report)).Select(rule => $"{colours}, everything open: {rule}"));
            }
        }

        Assert.Empty(broken);
        report.IsQuiet();
    }

    /// <summary>Returns the rules that are broken with an impact that is serious or critical, each with its first elements.</summary>
    /// <remarks>What is inside a picture is left out: to a screen reader the picture is one image with words beside it, and a check of thousands of dots takes minutes.</remarks>
    private static async Task<string[]> Broken(ReportPage report)
    {
        JsonElement found = await report.Ask<JsonElement>("""
            async () => (await axe.run({ exclude: ['.picture svg'] }, { preload: false, resultTypes: ['violations'] })).violations.map(rule =>
              `${rule.impact} ${rule.id}: ` + rule.nodes.length + ' × ' + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + (node.failureSummary || '').slice(0, 300)).join(' | '))
            """);
        string[] rules = [.. found.EnumerateArray().Select(rule => rule.GetString()!)];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', rules));
        return [.. rules.Where(rule => rule.StartsWith("serious", StringComparison.Ordinal) || rule.StartsWith("critical", StringComparison.Ordinal))];
    }
}
