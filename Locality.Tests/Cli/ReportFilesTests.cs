using System.Xml.Linq;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Where a comparison writes its report, and what is refused before anything is simulated.</summary>
public sealed class ReportFilesTests : IDisposable
{
    private readonly SmallScenario small = new SmallScenario().Append(
        SmallScenario.Yaml, "  - id: one\n    name: One\n    localities:\n      - { id: all, areas: [Ash, Beech, Cedar], bases: [Beech] }\n");

    public void Dispose() => small.Dispose();

    [Fact]
    public void A_good_run_writes_every_form()
    {
        (string page, string markdown, string charts) = (At("out.html"), At("out.md"), At("new/charts"));
        CommandRun run = CommandRun.Of("compare", small.Folder, "--years", "1", "--replications", "2", "--report", page, "--markdown", markdown, "--charts", charts, "--target", "mean wait <= 5 days");
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("<!DOCTYPE html>\n", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.StartsWith("# Smallbridge: 2 structures compared\n", File.ReadAllText(markdown), StringComparison.Ordinal);
        Assert.Contains("The target (mean wait \\<= 5 days)", File.ReadAllText(markdown), StringComparison.Ordinal);
        string[] pictures = [.. Directory.GetFiles(charts).Order(StringComparer.Ordinal)];
        Assert.Contains(pictures, picture => string.Equals(Path.GetFileName(picture), "wait-difference.svg", StringComparison.Ordinal));
        Assert.Contains(pictures, picture => string.Equals(Path.GetFileName(picture), "map-1-2.svg", StringComparison.Ordinal));
        Assert.All(pictures, picture => Assert.Equal("svg", XDocument.Load(picture).Root!.Name.LocalName));
    }

    [Fact]
    public void Places_that_cannot_take_a_report_are_refused_all_at_once()
    {
        string file = At(SmallScenario.Yaml);
        string inFile = Path.Combine(file, "charts");
        Assert.Equal(
            $"--report: found '{At("none/out.html")}'; expected a file in a folder that exists\n--markdown: found '{small.Folder}'; expected a file in a folder that exists\n--charts: found '{file}'; expected a folder, or the name of a new one\n",
            Refused("--report", At("none/out.html"), "--markdown", small.Folder, "--charts", file));
        Assert.Equal("--report: found ''; expected a file in a folder that exists\n", Refused("--report", ""));
        Assert.Equal($"--charts: found '{inFile}'; expected a folder, or the name of a new one\n", Refused("--charts", inFile));
    }

    [Fact]
    public void Two_forms_cannot_be_one_file()
    {
        string both = At("out");
        string same = Path.Combine(small.Folder, "other", "..", "out");
        Assert.Equal($"--markdown: found '{both}', which is the file of --report too; expected a file of its own\n", Refused("--report", both, "--markdown", both));
        Assert.Equal($"--report: found '{both}', which is the file of --json too; expected a file of its own\n", Refused("--report", both, "--json", both));
        Assert.Equal($"--markdown: found '{both}', which is the file of --xlsx too; expected a file of its own\n", Refused("--markdown", both, "--xlsx", both));
        Directory.CreateDirectory(At("other"));
        Assert.Equal($"--markdown: found '{same}', which is the file of --report too; expected a file of its own\n", Refused("--report", both, "--markdown", same));
    }

    [Fact]
    public void A_target_is_read_before_the_run()
    {
        string page = At("out.html");
        Assert.Equal("--target: found 'mean wait <= 5 days' without a report; expected --report or --markdown beside it\n", Refused("--target", "mean wait <= 5 days"));
        Assert.Equal("--target: found 'mean wait <= 5 days' without a report; expected --report or --markdown beside it\n", Refused("--target", "mean wait <= 5 days", "--charts", At("charts")));
        Assert.StartsWith("--target: ", Refused("--report", page, "--target", "soon"), StringComparison.Ordinal);
        Assert.Contains("expected", Refused("--report", page, "--target", "soon"), StringComparison.Ordinal);
        Assert.Equal(
            "--target: found 'p90 wait <= 20 working days'; expected days or weeks of the calendar: a comparison follows waits by these\n",
            Refused("--report", page, "--target", "90% seen in 20 working days"));
    }

    private string At(string name) => Path.Combine(small.Folder, name);

    /// <summary>Runs what is refused: each problem in a line of its own, and nothing is written.</summary>
    private string Refused(params string[] options)
    {
        string[] Files() => [.. Directory.GetFileSystemEntries(small.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string[] before = Files();
        CommandRun run = CommandRun.Of(["compare", small.Folder, "--replications", "100000", "--years", "3", .. options]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(before, Files());
        return run.Error;
    }
}
