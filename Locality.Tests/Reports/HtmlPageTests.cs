using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using LocalitySim.Models;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>What a page is, without a browser: names are text, every reference has its target, nothing is loaded.</summary>
public class HtmlPageTests
{
    private static readonly string Html = HtmlPage.Of(ReportSamples.HostileReport);

    private static readonly ReadPage Page = ReportSamples.Read(Html);

    public static TheoryData<int> Names() => [.. Enumerable.Range(0, ReportSamples.Hostile.Length)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_are_text(int name)
    {
        string shown = ReportSamples.Hostile[name].Shown;
        string[] cells = [.. Page.All("th").Concat(Page.All("td")).Select(ReportSamples.Flat)];
        Assert.Contains(shown, cells);
    }

    [Fact]
    public void Names_add_no_element_and_no_attribute()
    {
        // A name from right to left stands in an element of its own, and no other does.
        string[] Shape(ReadPage page) => [.. page.Words.Descendants().Where(element => element.Name != "bdi").Select(element => $"{element.Name} {string.Join(' ', element.Attributes().Select(attribute => attribute.Name))}")];
        ReadPage tame = ReportSamples.Read(HtmlPage.Of(ReportSamples.TameReport));
        Assert.Equal(Shape(tame), Shape(Page));
        Assert.Empty(tame.All("bdi"));
        Assert.Equal(["שלום עולם"], Page.All("bdi").Select(element => element.Value).Distinct());
    }

    [Fact]
    public void No_mark_that_turns_writing_and_no_control_character_is_left()
    {
        string words = Page.Words.ToString(SaveOptions.DisableFormatting);
        Assert.DoesNotContain(words, letter => letter is '\u202E' or '\0' or '\a');
    }

    [Fact]
    public void Data_in_a_script_element_cannot_end_it()
    {
        ReadScript[] data = [.. Page.Scripts.Where(script => script.Attributes.Contains("application/json", StringComparison.Ordinal))];
        Assert.Equal(ReportSamples.HostileReport.Charts.Count() + 1, data.Length);
        Assert.All(data, script => Assert.DoesNotContain(script.Text, letter => letter is '<' or '>' or '&'));
    }

    [Fact]
    public void Ids_are_unique()
    {
        string[] ids = [.. Page.Words.Descendants().Attributes("id").Select(attribute => attribute.Value), .. DataIds()];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9-]*$", id));
    }

    [Fact]
    public void Every_reference_within_the_page_has_its_target()
    {
        HashSet<string> ids = [.. Page.Words.Descendants().Attributes("id").Select(attribute => attribute.Value)];
        string[] labels = [.. Page.Words.Descendants().Attributes().Where(attribute => attribute.Name == "aria-labelledby").Select(attribute => attribute.Value)];
        string[] links = [.. Page.All("a").Select(link => link.Attribute("href")!.Value)];
        Assert.NotEmpty(labels);
        Assert.Equal(ReportSamples.HostileReport.Sections.Length + 1, links.Length);
        Assert.All(labels, label => Assert.Contains(label, ids));
        Assert.All(links, link => Assert.True(link[0] == '#' && ids.Contains(link[1..]), link));
        Assert.Equal(Page.All("figure").Select(figure => figure.Attribute("data-chart")!.Value), DataIds().Where(id => !string.Equals(id, "palettes", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_chart_has_a_title_an_alternative_and_a_whole_table()
    {
        XElement[] figures = [.. Page.All("figure")];
        Assert.True(figures.Length >= 8);
        foreach (XElement figure in figures)
        {
            XElement title = figure.Descendants("h3").Single();
            Assert.Equal(title.Attribute("id")!.Value, figure.Attribute("aria-labelledby")!.Value);
            Assert.NotEqual("", ReportSamples.Flat(title).Trim());
            XElement picture = figure.Descendants("div").Single(element => string.Equals(element.Attribute("role")?.Value, "img", StringComparison.Ordinal));
            Assert.NotEqual("", picture.Attribute("aria-label")!.Value.Trim());
            Assert.Single(figure.Descendants("table"));
        }

        Assert.All(Page.All("table"), table =>
        {
            int columns = table.Element("thead")!.Element("tr")!.Elements("th").Count();
            XElement[] rows = [.. table.Element("tbody")!.Elements("tr")];
            Assert.NotEmpty(rows);
            Assert.NotEqual("", ReportSamples.Flat(table.Element("caption")!).Trim());
            Assert.All(rows, row => Assert.Equal(columns, row.Elements().Count()));
        });
    }

    [Fact]
    public void The_policy_allows_the_pages_own_scripts_alone()
    {
        string policy = Page.All("meta").Single(meta => string.Equals(meta.Attribute("http-equiv")?.Value, "Content-Security-Policy", StringComparison.Ordinal)).Attribute("content")!.Value;
        string[] own = [.. Page.Scripts.Where(script => script.Attributes.Length == 0).Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Text)))}'")];
        Assert.Equal(3, own.Length);
        Assert.Equal(
            $"default-src 'none'; style-src 'unsafe-inline'; script-src {string.Join(' ', own)}; img-src data: blob:; base-uri 'none'; form-action 'none'",
            policy);
    }

    [Fact]
    public void Nothing_is_loaded()
    {
        string[] loading = ["src", "srcset", "action", "formaction", "poster", "data", "background", "style"];
        Assert.All(Page.Words.Descendants().Attributes(), attribute =>
        {
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal), attribute.ToString());
            Assert.False(loading.Contains(attribute.Name.LocalName) && !attribute.Value.StartsWith("height:", StringComparison.Ordinal), attribute.ToString());
        });
        Assert.Empty(Page.All("link").Concat(Page.All("iframe")).Concat(Page.All("base")).Concat(Page.All("img")));
        Assert.DoesNotContain("url(", Page.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", Page.Style, StringComparison.Ordinal);
        Assert.All(Page.Scripts, script => Assert.DoesNotContain("src=", script.Attributes, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_comparison_gives_the_same_bytes_for_any_number_of_threads()
    {
        Scenario scenario = ReportSamples.Small() with { Structures = [.. ReportSamples.Small().Structures.Take(2)] };
        StaffTarget target = StaffTarget.Parse("mean wait <= 5 days");
        string one = HtmlPage.Of(ReportSamples.Made(scenario, 1, target));
        Assert.Equal(one, HtmlPage.Of(ReportSamples.Made(scenario, 1, target)));
        Assert.Equal(one, HtmlPage.Of(ReportSamples.Made(scenario, 2, target)));
        Assert.Contains("The target (mean wait &lt;= 5 days)", one, StringComparison.Ordinal);
    }

    private static string[] DataIds() =>
        [.. Page.Scripts.Where(script => script.Attributes.Length > 0).Select(script => script.Attributes.Split("id=\"")[1].TrimEnd('"'))];
}
