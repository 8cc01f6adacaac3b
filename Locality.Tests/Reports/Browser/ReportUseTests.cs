using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using LocalitySim.Models;
using Microsoft.Playwright;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A reader uses a report: legends, the map's slider, tables, files, and the keyboard alone.</summary>
[Trait("Needs", "Chromium")]
[Collection(BrowserCollection.Name)]
public sealed class ReportUseTests(ReportBrowser browser)
{
    private const string Place = "derby";

    private static readonly string[] Names = [.. Scenario.Load(Repository.Derby).Structures.Select(structure => structure.Name)];

    [Theory]
    [InlineData("wait-by-month")]
    [InlineData("wait-cost")]
    public async Task A_click_on_a_legend_hides_a_structure_and_another_brings_it_back(string figure)
    {
        await using ReportPage report = await OpenAsync();
        string[] colours = await SeriesColours(report);
        (int shown, int other) = (await Count(report, figure, colours[1]), await Count(report, figure, colours[0]));
        Assert.True(shown > 1, $"{shown} shapes");
        await ClickOnLegend(report, figure, Names[1]);
        Assert.Equal(0, await Count(report, figure, colours[1]));
        Assert.True(await Count(report, figure, colours[0]) > 0, $"of {other} shapes of another structure none is left");
        await ClickOnLegend(report, figure, Names[1]);
        await report.Until("([id, colour, count]) => [...document.getElementById(id).querySelectorAll('svg *')].filter(shape => [shape.getAttribute('fill'), shape.getAttribute('stroke')].includes(colour)).length === count", new object[] { figure, colours[1], shown });
        report.IsQuiet();
    }

    [Fact]
    public async Task The_slider_shows_another_structure_and_the_choice_another_quantity()
    {
        await using ReportPage report = await OpenAsync();
        ILocator slider = report.Page.Locator("#map-frame");
        HashSet<string> pictures = [await report.Picture("map")];
        await slider.FillAsync("2");
        Assert.Equal(Names[2], await report.Shown("#map .frame"));
        Assert.Equal(Names[2], await slider.GetAttributeAsync("aria-valuetext"));
        Assert.True(pictures.Add(await report.Picture("map")));
        ILocator layer = report.Page.Locator("#map-layer");
        int layers = await layer.Locator("option").CountAsync();
        Assert.Equal(4, layers);
        for (int place = 1; place < layers; place++)
        {
            await layer.SelectOptionAsync(place.ToString(CultureInfo.InvariantCulture));
            Assert.True(pictures.Add(await report.Picture("map")), $"quantity {place} looks like another");
            Assert.Empty(await report.BadPictures());
        }

        report.IsQuiet();
    }

    [Fact]
    public async Task The_arrow_keys_move_the_slider_and_tabs_lead_on_to_the_files()
    {
        await using ReportPage report = await OpenAsync();
        await report.Page.Locator("#map-layer").FocusAsync();
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("map-frame", await report.Ask<string>("() => document.activeElement.id"));
        string before = await report.Picture("map");
        await report.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(Names[1], await report.Shown("#map .frame"));

        // The first two structures have the same localities, the third has not.
        await report.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(Names[2], await report.Shown("#map .frame"));
        Assert.NotEqual(before, await report.Picture("map"));
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(Names[0], await report.Shown("#map .frame"));
        Assert.Equal(before, await report.Picture("map"));
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("map save-svg", await report.Ask<string>("() => document.activeElement.closest('figure').id + ' ' + document.activeElement.className"));
        IDownload svg = await report.Page.RunAndWaitForDownloadAsync(() => report.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("map.svg", svg.SuggestedFilename);
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("map save-png", await report.Ask<string>("() => document.activeElement.closest('figure').id + ' ' + document.activeElement.className"));
        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.True(await report.Page.Locator("#map-table").IsVisibleAsync());
    }

    [Fact]
    public async Task The_first_tab_leads_past_the_sections_to_the_answer()
    {
        await using ReportPage report = await OpenAsync();
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await report.Ask<string>("() => document.activeElement.className"));
        Assert.True(await report.Ask<bool>("() => document.activeElement.getBoundingClientRect().left >= 0"));
    }

    [Fact]
    public async Task A_table_opens_and_sorts_by_a_column_of_numbers_both_ways()
    {
        await using ReportPage report = await OpenAsync();
        ILocator table = report.Page.Locator("#map-table");
        Assert.False(await table.IsVisibleAsync());
        await report.Page.Locator("#map summary").ClickAsync();
        Assert.True(await table.IsVisibleAsync());
        ILocator head = table.Locator("thead th").Nth(1);
        await head.Locator("button").ClickAsync();
        double[] rising = await Orders(report, 1);
        Assert.Equal(rising.Order(), rising);
        Assert.NotEqual(rising[0], rising[^1]);
        Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
        await head.Locator("button").ClickAsync();
        Assert.Equal(rising.OrderDescending(), await Orders(report, 1));
        Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));

        // By words next: the sort by numbers is no longer said.
        await table.Locator("thead th").Nth(0).Locator("button").ClickAsync();
        string[] names = await report.Ask<string[]>("() => [...document.querySelectorAll('#map-table tbody tr')].map(row => row.cells[0].textContent)");
        Assert.Equal(names.Order(StringComparer.Create(new CultureInfo("en-GB"), ignoreCase: false)), names);
        Assert.Null(await head.GetAttributeAsync("aria-sort"));
        report.IsQuiet();
    }

    [Fact]
    public async Task Every_chart_saves_as_an_SVG_that_is_XML_with_shapes_and_words()
    {
        ReportPage report = await OpenAsync();
        string[] figures = await report.Ask<string[]>("() => [...document.querySelectorAll('figure')].map(figure => figure.id)");
        foreach ((int place, string figure) in figures.Index())
        {
            // A browser lets a page save ten files, and then asks its reader.
            if (place % 8 == 7)
            {
                await report.DisposeAsync();
                report = await OpenAsync();
            }

            IDownload download = await report.Page.RunAndWaitForDownloadAsync(() => report.Page.Locator($"#{figure} .save-svg").ClickAsync());
            Assert.Equal($"{figure}.svg", download.SuggestedFilename);
            XElement root = XDocument.Load(await download.PathAsync()).Root!;
            Assert.Equal("{http://www.w3.org/2000/svg}svg", root.Name.ToString());
            Assert.True(root.Descendants().Count(shape => shape.Name.LocalName is "path" or "rect" or "circle" or "polygon") > 3, figure);
            if (figure is "wait-by-month" or "wait-difference")
            {
                string words = string.Join('\n', root.Descendants().Where(shape => shape.Name.LocalName is "text").Select(shape => shape.Value));
                Assert.All(Names.Skip(1), name => Assert.Contains(name, words, StringComparison.Ordinal));
            }
        }

        await report.DisposeAsync();
    }

    [Fact]
    public async Task A_chart_saves_as_a_PNG_of_twice_its_size()
    {
        await using ReportPage report = await OpenAsync();
        IDownload download = await report.Page.RunAndWaitForDownloadAsync(() => report.Page.Locator("#wait-difference .save-png").ClickAsync());
        Assert.Equal("wait-difference.png", download.SuggestedFilename);
        byte[] picture = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        int width = await report.Ask<int>("() => document.querySelector('#wait-difference .picture').clientWidth");
        Assert.Equal(2 * width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
        Assert.True(picture.Length > 5_000, $"{picture.Length} bytes");
    }

    [Fact]
    public async Task Pointing_at_a_value_says_it_in_words()
    {
        await using ReportPage report = await OpenAsync();
        string[] colours = await SeriesColours(report);
        string words = await report.PointAt("wait-difference", colours[1]);
        Assert.Contains(await report.Ask<string>("() => document.querySelector('#wait-difference-table tbody tr').cells[1].textContent"), words, StringComparison.Ordinal);
        report.IsQuiet();
    }

    private Task<ReportPage> OpenAsync() => browser.OpenAsync(browser.ReportOf(Place));

    private static Task<string[]> SeriesColours(ReportPage report) =>
        report.Ask<string[]>("() => { const colours = JSON.parse(document.getElementById('palettes').textContent).light; return [0, 1, 2, 3, 4, 5, 6, 7].map(place => colours['s' + place]); }");

    /// <summary>Counts the shapes of a colour in a figure, its legend included.</summary>
    private static Task<int> Count(ReportPage report, string figure, string colour) => report.Ask<int>(
        "([id, colour]) => [...document.getElementById(id).querySelectorAll('svg *')].filter(shape => [shape.getAttribute('fill'), shape.getAttribute('stroke')].includes(colour)).length", new[] { figure, colour });

    private static async Task ClickOnLegend(ReportPage report, string figure, string name)
    {
        JsonElement at = await report.Ask<JsonElement>("""
            ([id, name]) => {
              const figure = document.getElementById(id);
              figure.scrollIntoView({ block: 'center' });
              const box = [...figure.querySelectorAll('svg text')].find(text => text.textContent === name).getBoundingClientRect();
              return [box.left + box.width / 2, box.top + box.height / 2];
            }
            """, new[] { figure, name });
        await report.Page.Mouse.ClickAsync(at[0].GetSingle(), at[1].GetSingle());

        // The legend fades what the pointer is on, until it leaves.
        await report.Page.Mouse.MoveAsync(2, 2);
        await report.Frames(3);
    }

    private static Task<double[]> Orders(ReportPage report, int column) =>
        report.Ask<double[]>("column => [...document.querySelectorAll('#map-table tbody tr')].map(row => Number(row.cells[column].dataset.order))", column);
}
