using System.Reflection;
using LocalitySim.Cli;
using Microsoft.Playwright;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Is a browser, and reports that each are made once.</summary>
public sealed class ReportBrowser : IAsyncLifetime
{
    /// <summary>The places with a scenario of their own.</summary>
    public static readonly TheoryData<string> Places = [.. Directory.GetDirectories(Repository.Scenarios).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private readonly string folder = Directory.CreateTempSubdirectory("locality-").FullName;

    private readonly Dictionary<string, string> reports = new(StringComparer.Ordinal);

    private IPlaywright? playwright;

    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        // The driver stays where its package lies: its copy beside the tests would take 140 MB.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", typeof(ReportBrowser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "PlaywrightPackage").Value);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Returns the report of a place: every structure, in two futures.</summary>
    public string ReportOf(string place) => ReportOf(place, Repository.Scenario(place));

    /// <summary>Returns the report of a scenario's folder.</summary>
    internal string ReportOf(string name, string scenario)
    {
        if (!reports.TryGetValue(name, out string? file))
        {
            file = Path.Combine(folder, $"{name}.html");
            CommandRun run = CommandRun.Of("compare", scenario, "--replications", "2", "--years", "1.5", "--report", file);
            Assert.True(run.ExitCode == ExitCode.Done, run.Error);
            reports.Add(name, file);
        }

        return file;
    }

    /// <summary>Opens a file in a window of its own, and waits until every picture is drawn.</summary>
    internal async Task<ReportPage> OpenAsync(string file, int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        IBrowserContext context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours, AcceptDownloads = true, Locale = "en-GB" });
        ReportPage page = new(await context.NewPageAsync(), new Uri(file).AbsoluteUri);
        await page.OpenAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(entry => Path.Combine(entry, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("chromium is not on the path: these tests need it. Debian: apt-get install chromium.");
}
