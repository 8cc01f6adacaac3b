using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LocalitySim.Reports;

/// <summary>Draws the charts of a report as SVG pictures, for slides. The chart library needs Node.js to draw without a browser.</summary>
public static class ChartFiles
{
    private const int LeastVersion = 20;
    private const int Width = 960;

    /// <summary>Gets whether Node.js is there, in a version that can draw.</summary>
    public static bool CanDraw
    {
        get
        {
            try
            {
                string version = Run("--version", "");
                return int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) && major >= LeastVersion;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }

    /// <summary>Draws every chart: one picture, or one for each structure and quantity that the page's chart goes through.</summary>
    /// <param name="report">The report.</param>
    /// <returns>File names and pictures, in the order of the report.</returns>
    /// <exception cref="InvalidOperationException">Node.js is not there, or could not draw. The message says which.</exception>
    public static ImmutableArray<(string Name, string Svg)> Svg(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        object[] pictures =
        [
            .. from chart in report.Charts
               let picture = chart.Picture
               from layer in Enumerable.Range(0, picture.Layers.Length)
               from frame in Enumerable.Range(0, picture.Frames.Length)
               select new { name = NameOf(chart, picture, layer, frame), height = chart.Height, picture, layer, frame },
        ];
        string input = ChartJson.Of(new { pictures, palette = ChartPalette.Light, width = Width });
        string script = $"{PageAssets.ChartLibrary}\nconst echarts = module.exports;\n{PageAssets.Charts}\nconst input = {input};\n{PageAssets.Draw}";
        using JsonDocument drawn = JsonDocument.Parse(Run("-", script));
        return [.. drawn.RootElement.EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item.GetProperty("svg").GetString()!))];
    }

    /// <summary>Names a file by the chart's id and numbers: no name from a scenario becomes part of a path.</summary>
    private static string NameOf(Chart chart, ChartPicture picture, int layer, int frame)
    {
        string which = picture.Layers.Length > 1 ? FormattableString.Invariant($"-{layer + 1}") : "";
        string structure = picture.Frames.Length > 1 ? FormattableString.Invariant($"-{frame + 1}") : "";
        return $"{chart.Id}{which}{structure}.svg";
    }

    private static string Run(string argument, string input)
    {
        ProcessStartInfo start = new("node", argument)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("Node.js did not start.");
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"Node.js could not draw: {error.Result.Trim()}");
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("Node.js was not found on the path.", exception);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException("Node.js ended before it had read what to draw.", exception);
        }
    }
}
