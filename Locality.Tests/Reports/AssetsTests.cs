using System.Diagnostics;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Building without Node.js says what to install.</summary>
public sealed class AssetsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("locality-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_build_without_npm_says_in_one_line_what_to_install()
    {
        // A path with nothing on it but the shell and dotnet.
        foreach (string program in new[] { "sh", "dotnet" })
        {
            string found = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(place => Path.Combine(place, program)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(folder, program), new FileInfo(found).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found);
        }

        ProcessStartInfo start = new(
            Path.Combine(folder, "dotnet"),
            [
                "msbuild", Path.Combine(Repository.Root, "Locality.Reports", "Locality.Reports.csproj"), "-t:InstallAssets", $"-p:AssetStamp={Path.Combine(folder, "assets.stamp")}", "-nologo",
                "-nodeReuse:false", "-verbosity:minimal", "-tl:off",
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = folder;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await error);
        Assert.NotEqual(0, process.ExitCode);
        Assert.EndsWith(
            "error LOC0001: Building the charts needs Node.js 20 or later with npm, which was not found: install it from https://nodejs.org or by your system's packages (Debian: apt-get install nodejs npm), then build again.",
            Assert.Single(lines), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "assets.stamp")));
    }
}
