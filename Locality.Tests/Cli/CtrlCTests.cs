using System.Diagnostics;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Ctrl-C, as a terminal sends it to the command's own process.</summary>
public sealed class CtrlCTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Ctrl_c_stops_a_run_with_130_and_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        using SmallScenario folder = new();
        string json = Path.Combine(folder.Folder, "out.json");
        using Process run = Process.Start(new ProcessStartInfo(
            "dotnet",
            [typeof(LocalityCommand).Assembly.Location, "compare", Repository.Derby, "--replications", "100000", "--json", json, "--verbose"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await Task.Delay(TimeSpan.FromSeconds(3), limit.Token);
        using (Process kill = Process.Start("kill", [Signal(), run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(limit.Token);
        }

        string error = await run.StandardError.ReadToEndAsync(limit.Token);
        string output = await run.StandardOutput.ReadToEndAsync(limit.Token);
        await run.WaitForExitAsync(limit.Token);
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("", output);
        Assert.Equal("Cancelled.\n", error.ReplaceLineEndings("\n"));
        Assert.Equal(["areas.csv", "neighbours.csv", "scenario.yaml"], Directory.GetFiles(folder.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>Returns the signal to send. Where whoever started the tests ignores Ctrl-C, as a background job does, the command inherits that, and the request to end takes the same way through it.</summary>
    private static string Signal()
    {
        const string Status = "/proc/self/status";
        const ulong Interrupt = 1UL << 1;
        string? ignored = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & Interrupt) != 0 ? "-TERM" : "-INT";
    }
}
