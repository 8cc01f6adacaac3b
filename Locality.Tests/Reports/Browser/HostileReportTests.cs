using Xunit;

namespace LocalitySim.Tests;

/// <summary>Names from a scenario's files are shown as they are; none is run, and none breaks the page.</summary>
[Trait("Needs", "Chromium")]
[Collection(BrowserCollection.Name)]
public sealed class HostileReportTests(ReportBrowser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Hostile_names_are_shown_as_text_and_never_run(int width)
    {
        await using ReportPage report = await OpenAsync(width);
        await IsUnharmed(report);
        Assert.Empty(await report.BadPictures());
        string[] cells = await report.Ask<string[]>("() => [...document.querySelectorAll('th, td, option, li, p, .frame')].map(cell => cell.textContent)");
        Assert.All(HostileScenario.Names, name => Assert.Contains(HostileScenario.Shown(name), cells));
        string[] heads = await report.Ask<string[]>("() => [...document.querySelectorAll('#levels thead th')].map(head => head.textContent)");
        Assert.Equal(HostileScenario.Names.Select(HostileScenario.Shown), heads.Skip(1));
        Assert.Contains("<b onclick=window.hacked=1>Small</b>bridge", await report.Shown("h1"), StringComparison.Ordinal);
        Assert.Equal("Is <img src=x onerror=window.hacked=1> \"better\"?", await report.Shown(".question"));

        // Nothing in the page but what the page itself makes: no image, no link but to its own parts, no handler.
        Assert.Equal(0, await report.Page.Locator("img, iframe, object, embed, base, form, link, foreignObject, a:not([href^='#'])").CountAsync());
        Assert.Equal(0, await report.Ask<int>("() => [...document.querySelectorAll('body *')].filter(part => [...part.attributes].some(one => one.name.startsWith('on'))).length"));
        Assert.Equal(3, await report.Page.Locator("script:not([type='application/json'])").CountAsync());
        await report.Ask<bool>("() => { document.querySelectorAll('details').forEach(part => { part.open = true; }); return true; }");
        Assert.True(await report.Ask<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "a long name makes the page wider than its window");
        report.IsQuiet();
    }

    [Fact]
    public async Task Hostile_names_stay_text_where_a_reader_points_slides_and_chooses()
    {
        await using ReportPage report = await OpenAsync(1280);
        for (int frame = 1; frame < HostileScenario.Names.Length; frame++)
        {
            await report.Page.Locator("#map-frame").FillAsync(frame.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(HostileScenario.Shown(HostileScenario.Names[frame]), await report.Shown("#map .frame"));
        }

        await report.Page.Locator("#map-layer").SelectOptionAsync("2");
        string[] colours = await report.Ask<string[]>("() => { const colours = JSON.parse(document.getElementById('palettes').textContent).light; return [0, 1, 2, 3, 4, 5, 6, 7].map(place => colours['s' + place]); }");
        foreach (string figure in new[] { "wait-difference", "need-capacity", "caseload-per-worker" })
        {
            Assert.NotEqual("", await report.PointAt(figure, colours[1]));
        }

        // Rows of one colour are eight apart.
        foreach (int row in new[] { 1, 2, 3, 5, 6, 11, 12, 14 })
        {
            Assert.StartsWith($"{HostileScenario.Shown(HostileScenario.Names[row])}: ", await report.PointAt("wait-difference", colours[row % 8], row / 8), StringComparison.Ordinal);
        }

        await IsUnharmed(report);
        report.IsQuiet();
    }

    private static async Task IsUnharmed(ReportPage report)
    {
        Assert.Equal("undefined", await report.Ask<string>("() => typeof window.hacked"));
        Assert.Equal("undefined", await report.Ask<string>("() => typeof ({}).name"));
    }

    private async Task<ReportPage> OpenAsync(int width)
    {
        using SmallScenario small = new();
        HostileScenario.Write(small);
        return await browser.OpenAsync(browser.ReportOf("hostile", small.Folder), width);
    }
}
