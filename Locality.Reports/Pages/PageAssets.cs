using System.Text;

namespace LocalitySim.Reports;

/// <summary>Reads what is built into the program: the chart library, and the page's script and style.</summary>
internal static class PageAssets
{
    /// <summary>Gets the chart library.</summary>
    internal static string ChartLibrary { get; } = Read("echarts.min.js");

    /// <summary>Gets the functions that charts name.</summary>
    internal static string Charts { get; } = Read("charts.js");

    /// <summary>Gets what the page does.</summary>
    internal static string Page { get; } = Read("page.js");

    /// <summary>Gets how the page looks.</summary>
    internal static string Style { get; } = Read("page.css");

    /// <summary>Gets what draws charts without a screen.</summary>
    internal static string Draw { get; } = Read("draw.js");

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"LocalitySim.Reports.{name}")
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
