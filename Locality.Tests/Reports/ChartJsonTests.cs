using System.Text.Json;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Charts as JSON within a page: text stays text, and no name becomes a colour or a function.</summary>
public class ChartJsonTests
{
    private static readonly HashSet<string> ColourKeys = new(["color", "borderColor", "backgroundColor", "areaColor", "textBorderColor"], StringComparer.Ordinal);

    private static readonly HashSet<string> FunctionKeys = new(["formatter", "renderItem"], StringComparer.Ordinal);

    public static TheoryData<int> Names() => [.. Enumerable.Range(0, ReportSamples.Hostile.Length)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_text_that_cannot_end_its_element(int name)
    {
        string text = ReportSamples.Hostile[name].Name;
        string json = ChartJson.Of(new { text });
        Assert.DoesNotContain(json, letter => letter is '<' or '>' or '&' or '\'' or > '~');
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(ReportSamples.Hostile[name].Shown, document.RootElement.GetProperty("text").GetString()!.Replace('\n', ' '));
    }

    [Fact]
    public void No_name_becomes_a_colour_or_a_function()
    {
        string[] functions = [.. PageAssets.Charts.Split("const functions = {")[1].Split('}')[0].Split(',').Select(word => $"#{word.Trim()}")];
        int seen = 0;
        foreach (Chart chart in ReportSamples.HostileReport.Charts)
        {
            using JsonDocument document = JsonDocument.Parse(ChartJson.Of(chart.Picture));
            foreach ((string key, string text) in Texts("", document.RootElement))
            {
                if (ColourKeys.Contains(key))
                {
                    Assert.True(text[0] == '@' ? ChartPalette.Light.ContainsKey(text[1..]) : text is "inherit" or "transparent" or "none", $"{chart.Id}: {key} is {text}");
                    seen++;
                }
                else if (FunctionKeys.Contains(key))
                {
                    Assert.Contains(text, functions);
                    seen++;
                }
            }
        }

        Assert.True(seen > 50);
    }

    [Fact]
    public void What_a_chart_writes_holds_no_mark_that_turns_writing()
    {
        foreach (Chart chart in ReportSamples.HostileReport.Charts)
        {
            using JsonDocument document = JsonDocument.Parse(ChartJson.Of(chart.Picture));
            foreach ((string key, string text) in Texts("", document.RootElement))
            {
                Assert.False(text.Any(letter => letter is '\u202E' or '\0' or '\a'), $"{chart.Id}: {key} is {text}");
            }
        }
    }

    private static IEnumerable<(string Key, string Text)> Texts(string key, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Name, property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(key, item)),
        JsonValueKind.String => [(key, element.GetString()!)],
        _ => [],
    };
}
