using System.Globalization;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The largest report stays small; how soon its words are on the screen is written to the test's output, and not judged.</summary>
[Trait("Needs", "Chromium")]
[Collection(BrowserCollection.Name)]
public sealed class ReportPaintTests(ReportBrowser browser)
{
    [Fact]
    public async Task The_largest_report_is_under_three_megabytes_and_paints_its_words_before_its_pictures()
    {
        string file = browser.ReportOf("oxfordshire");
        List<double> paints = [];
        for (int load = 0; load < 5; load++)
        {
            // A window of its own each time: nothing is kept from the last.
            await using ReportPage report = await browser.OpenAsync(file);
            paints.Add(await report.Ask<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }

        double megabytes = new FileInfo(file).Length / 1e6;
        paints.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Oxfordshire's report: {megabytes:0.00} MB; first contentful paint: {paints[2]:0} ms, the median of {string.Join(", ", paints.Select(paint => $"{paint:0}"))}"));
        Assert.InRange(megabytes, 1, 3);
        Assert.All(paints, paint => Assert.True(paint > 0));
    }
}
