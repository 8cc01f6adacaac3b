using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Writes a report as one file of HTML that needs nothing else: neither a network, nor another file.</summary>
/// <remarks>
/// The page forbids its browser to load anything, and to run any script but the ones that it was written with (a content security policy with their
/// hashes): a name that looks like a script is shown, not run. Words come before scripts, so that they are on the screen first.
/// </remarks>
public static class HtmlPage
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The page, with line feeds.</returns>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string[] scripts = [PageAssets.ChartLibrary, PageAssets.Charts, PageAssets.Page];
        string hashes = string.Join(' ', scripts.Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'"));
        StringBuilder page = new();
        HtmlText text = new(report.Names);
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src {hashes}; img-src data: blob:; base-uri 'none'; form-action 'none'">
            <title>{text.Of(report.Title)}</title>
            <style>
            {Colours()}{PageAssets.Style}</style>
            </head>
            <body>
            <a class="skip" href="#main">To the answer</a>
            <header>
            <h1>{text.Of(report.Title)}</h1>

            """);
        if (report.Question.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"question\">{text.Of(report.Question)}</p>\n");
        }

        page.Append("</header>\n<nav aria-label=\"Sections\"><ul>\n");
        foreach (ReportSection section in report.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{HtmlText.Attribute(section.Id)}\">{text.Of(section.Heading)}</a></li>\n");
        }

        page.Append("</ul></nav>\n<main id=\"main\">\n");
        HtmlBlocks blocks = new(page, text);
        foreach (ReportSection section in report.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{HtmlText.Attribute(section.Id)}\">\n<h2 id=\"{HtmlText.Attribute(section.Id)}\">{text.Of(section.Heading)}</h2>\n");
            blocks.Write(section.Blocks);
            page.Append("</section>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</main>\n<footer><p>{text.Of(report.Footer)}</p></footer>\n");
        Data(page, "palettes", ChartJson.Of(new { light = ChartPalette.Light, dark = ChartPalette.Dark }));
        foreach (Chart chart in report.Charts)
        {
            Data(page, $"{chart.Id}-data", PackedJson.Of(ChartJson.Of(chart.Picture)));
        }

        foreach (string script in scripts)
        {
            page.Append("<script>").Append(script).Append("</script>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Data(StringBuilder page, string id, string json) =>
        page.Append("<script type=\"application/json\" id=\"").Append(HtmlText.Attribute(id)).Append("\">").Append(json).Append("</script>\n");

    private static string Colours()
    {
        string Rules(Func<(string Name, string Light, string Dark), string> colour) =>
            string.Concat(ChartPalette.Colours.Select(one => $"--{one.Name}: {colour(one)}; "));
        return $":root {{ {Rules(one => one.Light)}}}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {Rules(one => one.Dark)}}} }}\n";
    }
}
