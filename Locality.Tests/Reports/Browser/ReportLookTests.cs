using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Reports of all places open in a browser: wide, narrow, in the dark and on paper.</summary>
[Trait("Needs", "Chromium")]
[Collection(BrowserCollection.Name)]
public sealed class ReportLookTests(ReportBrowser browser)
{
    public static TheoryData<string> Places => ReportBrowser.Places;

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_report_draws_every_picture_in_light_and_dark_and_asks_for_nothing_but_itself(string place)
    {
        await using ReportPage report = await browser.OpenAsync(browser.ReportOf(place));
        Assert.Empty(await report.BadPictures());
        Dictionary<string, string> light = await report.Colours();
        string paper = await report.Ask<string>("() => getComputedStyle(document.body).backgroundColor");
        await report.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await report.Until("() => document.documentElement.dataset.colours === 'dark'");
        Assert.Empty(await report.BadPictures());
        Dictionary<string, string> dark = await report.Colours();
        Assert.NotEqual(paper, await report.Ask<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.All(light, figure => Assert.NotEqual(figure.Value, dark[figure.Key]));
        report.IsQuiet();

        // The same whether the browser was dark from the start or became so.
        await using ReportPage night = await browser.OpenAsync(browser.ReportOf(place), colours: ColorScheme.Dark);
        Assert.Equal(dark, await night.Colours());
        night.IsQuiet();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_report_is_no_wider_than_a_telephone(string place)
    {
        await using ReportPage report = await browser.OpenAsync(browser.ReportOf(place), width: 390);
        Assert.Empty(await report.BadPictures());
        Assert.Equal("", await TooWide(report));
        await report.Ask<bool>("() => { document.querySelectorAll('details').forEach(part => { part.open = true; }); return true; }");
        Assert.Equal("", await TooWide(report));
        report.IsQuiet();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_report_prints_light_with_its_pictures_and_comes_back_as_it_was(string place)
    {
        await using ReportPage report = await browser.OpenAsync(browser.ReportOf(place), colours: ColorScheme.Dark);
        Dictionary<string, string> before = await report.Colours();

        // After the page's own preparations, and before the paper: what the pictures are.
        await report.Ask<bool>("""
            () => { window.addEventListener('beforeprint', () => { window.printed = {
              widths: [...document.querySelectorAll('figure .picture svg')].map(svg => svg.getBoundingClientRect().width),
              folded: document.querySelectorAll('details.print:not([open])').length,
              colours: [...document.querySelectorAll('figure .picture svg > rect:first-of-type, figure .picture svg > g > rect:first-of-type')].map(shape => shape.getAttribute('fill')) }; }); return true; }
            """);
        byte[] paper = await report.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(paper, 0, 5));
        Assert.True(paper.Length > 50_000, $"{paper.Length} bytes");
        JsonElement printed = await report.Ask<JsonElement>("() => window.printed");
        double[] widths = [.. printed.GetProperty("widths").EnumerateArray().Select(width => width.GetDouble())];
        Assert.NotEmpty(widths);
        Assert.All(widths, width => Assert.Equal(680, width, 1.0));
        Assert.Equal(0, printed.GetProperty("folded").GetInt32());
        Assert.DoesNotContain("#14181d", printed.GetProperty("colours").ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await report.Colours());

        // Sheets of A4 with margins of 15 mm are 680 px wide: nothing sticks out, or the browser would shrink everything.
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await report.Page.SetViewportSizeAsync(680, 1000);
        Assert.Equal("", await TooWide(report));
        Assert.False(await report.Page.Locator("nav").IsVisibleAsync());
        Assert.Equal(0, await report.Page.Locator(".save:visible").CountAsync());
        report.IsQuiet();
    }

    /// <summary>Says what sticks out of the window; empty where nothing does.</summary>
    private static Task<string> TooWide(ReportPage report) => report.Ask<string>("""
        () => {
          const [wide, room] = [document.documentElement.scrollWidth, window.innerWidth];
          if (wide <= room) { return ''; }
          const out = [...document.querySelectorAll('body *')].filter(part => part.getBoundingClientRect().right > room + 1 && !part.closest('.scroll') && !part.closest('svg'));
          return `${wide} px in ${room}: ` + out.slice(0, 5).map(part => part.tagName + '.' + part.className + ' ' + part.textContent.trim().slice(0, 60)).join(' | ');
        }
        """);
}
